import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from '../ui/dialog.js';
import { MainButton } from '../ui/main-button.js';
import { useUiWords } from '../ui/words.js';
import { ActNotes } from './act-notes.js';
import type { Act } from './use-act.js';

/** A small act in a window of its own: its fields, what became of it, and one button. */
export function ActDialog({
  title,
  lead,
  button,
  act,
  onSubmit,
  onClose,
  children,
  ready = true,
}: {
  title: string;
  lead?: string;
  button: string;
  act: Pick<Act<never, unknown>, 'problem' | 'waiting' | 'again' | 'sending'>;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
  ready?: boolean;
}) {
  const say = useUiWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onSubmit();
  };
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={false}>
      <form onSubmit={submit}>
        <Stack>
          {lead !== undefined && <Text c="dimmed">{lead}</Text>}
          {children}
          <ActNotes act={act} />
          <Group justify="flex-end">
            <Button variant="default" size="lg" onClick={onClose}>
              {say('cancel')}
            </Button>
            <MainButton type="submit" loading={act.sending} disabled={!ready}>
              {button}
            </MainButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
