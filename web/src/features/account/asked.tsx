import { Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { useAsking } from '../../access/use-asking.js';
import { refusalWords } from '../../acts/refusal-words.js';
import { MainButton } from '../../ui/main-button.js';
import { LineLostNote, RefusalNote } from '../../ui/notes.js';

/** A form about one's own account: its fields, what was refused, and one button. `done` is what it came to. */
export function AskedForm({
  asking: { busy, problem, lost },
  onSubmit,
  button,
  done,
  quiet = false,
  children,
}: {
  asking: ReturnType<typeof useAsking>;
  onSubmit: () => void;
  button: string;
  done?: string | undefined;
  /** Not what one came for. */
  quiet?: boolean;
  children: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw="28rem">
        {children}
        {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
        {lost && <LineLostNote onAgain={onSubmit} busy={busy} />}
        <MainButton type="submit" loading={busy} variant={quiet ? 'default' : 'filled'}>
          {button}
        </MainButton>
        <Text role="status">{done ?? ''}</Text>
      </Stack>
    </form>
  );
}
