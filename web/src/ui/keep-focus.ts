const FIELDS = 'input:not([type=hidden]), select, textarea';

/** Something that had the focus, and all that it lay in. When it is gone, the nearest of these that is still there is its place. */
export type FocusPlace = readonly HTMLElement[];

export function placeOfFocus(): FocusPlace {
  const place: HTMLElement[] = [];
  for (let at = document.activeElement; at instanceof HTMLElement && at !== document.body; at = at.parentElement)
    place.push(at);
  return place;
}

export function hasLostFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * Where nothing has the focus: gives it back to a place, to the element itself or else to the nearest part of the page around it
 * that is left. There the first field gets it; a button never, since a key that is held down would press what nobody meant.
 */
export function focusPlace([element, ...around]: FocusPlace): void {
  if (element === undefined || !hasLostFocus()) return;
  if (takesFocus(element)) return element.focus({ preventScroll: true });
  // It waits for an answer, and then it is there again.
  if (element.isConnected && element.matches('[data-loading]')) return;
  const part = around.find((one) => one.isConnected);
  // Of a page that has gone as a whole the next one's title gets it (ui/page.tsx).
  if (!part?.parentElement?.closest('main, [role=dialog]')) return;
  const field = [...part.querySelectorAll<HTMLElement>(FIELDS)].find(takesFocus);
  if (field) field.focus();
  else focusPart(part);
}

/** A part of the page has the focus until the next key takes it from there. */
function focusPart(part: HTMLElement): void {
  if (!part.hasAttribute('tabindex')) {
    part.tabIndex = -1;
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true });
  }
  part.focus();
}

function takesFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

/** The key that was pressed last, as long as nothing was pointed at since. */
let lastKey: string | undefined;

/**
 * A refusal has come to a part of the page: the focus goes to the first field that it is about. It leaves another field only if
 * that was sent with Enter: under somebody who types nothing moves.
 */
export function focusRefused(part: Element | null): void {
  const at = document.activeElement;
  if (!hasLostFocus() && at?.matches(FIELDS) && lastKey !== 'Enter') return;
  const wrong = [...(part?.querySelectorAll<HTMLElement>('[aria-invalid=true]') ?? [])].filter(takesFocus);
  if (!wrong.some((one) => one === at)) wrong[0]?.focus();
}

/**
 * Whoever works with keys keeps their place: a button that waits for its answer, or in whose place a form has come, loses the
 * focus by itself, and the next key would begin at the top of the page. Whoever points is left alone. Returns how to stop.
 */
export function keepFocus(): () => void {
  let place: FocusPlace = [];
  let looking = 0;
  const look = () => {
    looking = 0;
    if (lastKey !== undefined && document.hasFocus()) focusPlace(place);
  };
  const soon = () => {
    if (lastKey !== undefined && looking === 0 && hasLostFocus()) looking = requestAnimationFrame(look);
  };
  const onKey = ({ key }: KeyboardEvent) => {
    lastKey = key;
  };
  const onPointer = () => {
    lastKey = undefined;
  };
  const onFocus = () => {
    place = placeOfFocus();
  };
  document.addEventListener('keydown', onKey, { capture: true });
  document.addEventListener('pointerdown', onPointer, { capture: true });
  document.addEventListener('focusin', onFocus);
  const changes = new MutationObserver(soon);
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
  return () => {
    document.removeEventListener('keydown', onKey, { capture: true });
    document.removeEventListener('pointerdown', onPointer, { capture: true });
    document.removeEventListener('focusin', onFocus);
    changes.disconnect();
    cancelAnimationFrame(looking);
  };
}
