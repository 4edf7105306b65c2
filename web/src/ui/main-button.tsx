import { Button, type ButtonProps } from '@mantine/core';
import { useEffect, useRef, useState, type ComponentPropsWithoutRef } from 'react';

/** So long a button that has just come under a finger does not answer it: the finger meant what was there before. */
const SETTLES_MS = 450;

/**
 * The button of an act. A key that is held down presses it once, and one that has just appeared where another act was a moment
 * ago waits until nobody can have meant the other. With `takesFocus` it gets the focus when it comes, for whoever has no hand
 * for a pointer.
 */
export function MainButton({
  takesFocus = false,
  disabled = false,
  ...rest
}: ButtonProps & ComponentPropsWithoutRef<'button'> & { takesFocus?: boolean; disabled?: boolean }) {
  const own = useRef<HTMLButtonElement>(null);
  const [settled, setSettled] = useState(!takesFocus);
  useEffect(() => {
    if (!takesFocus) return undefined;
    own.current?.focus();
    const timer = setTimeout(() => setSettled(true), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [takesFocus]);
  const waits = !settled || disabled;
  const pressed = useRef(false);
  return (
    <Button
      ref={own}
      size="lg"
      {...rest}
      aria-disabled={waits || undefined}
      data-disabled={disabled || undefined}
      onPointerDown={() => {
        pressed.current = true;
      }}
      onKeyDown={(event) => {
        pressed.current = event.key === 'Enter' || event.key === ' ';
        if (event.repeat) event.preventDefault();
      }}
      onClick={(event) => {
        // Enter in a field presses the form's button too: whoever typed into the field meant it.
        const pressedItself = pressed.current;
        pressed.current = false;
        if (disabled || (!settled && pressedItself)) {
          event.preventDefault();
          return;
        }
        rest.onClick?.(event);
      }}
    />
  );
}
