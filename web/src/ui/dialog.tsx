import { Box, Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUiWords } from './words.js';

/** A dialog over its page: its head is no landmark of the page, and what closes it has a name. */
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
