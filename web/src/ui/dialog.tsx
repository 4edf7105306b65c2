import { Box, Modal, type ModalRootProps } from '@mantine/core';
import { useLayoutEffect, type ReactNode } from 'react';
import { focusPlace, placeOfFocus, type FocusPlace } from './keep-focus.js';
import { useUiWords } from './words.js';

/** Of a dialog that goes at this moment; one that comes in its stead goes back there. */
let leaving: FocusPlace | undefined;

/**
 * A dialog over its page: its head is no landmark of the page, and what closes it has a name. When it goes the focus is again
 * where it was before it came.
 */
export function Dialog({
  title,
  onClose,
  size = 'lg',
  closeOnClickOutside = true,
  children,
}: {
  title: ReactNode;
  onClose: () => void;
  size?: ModalRootProps['size'];
  closeOnClickOutside?: boolean;
  children: ReactNode;
}) {
  const say = useUiWords();
  // A dialog is there as long as it is open: Mantine's own return of the focus is for one that stays, closed.
  useLayoutEffect(() => {
    const place = leaving ?? placeOfFocus();
    return () => {
      leaving = place;
      // Once it is gone, and unless something has taken the focus meanwhile: the next dialog, the next page.
      setTimeout(() => {
        leaving = undefined;
        focusPlace(place);
      });
    };
  }, []);
  return (
    <Modal.Root opened onClose={onClose} size={size} closeOnClickOutside={closeOnClickOutside}>
      <Modal.Overlay />
      <Modal.Content>
        <Box p="md" style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '1rem' }}>
          <Modal.Title fw={700} fz="lg">
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={say('close')} size={44} />
        </Box>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
