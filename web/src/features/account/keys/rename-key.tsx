import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAsking } from '../../../access/use-asking.js';
import { refusalWords } from '../../../acts/refusal-words.js';
import { api } from '../../../api/client.js';
import { LineLostNote, RefusalNote } from '../../../ui/notes.js';
import type { Key } from './key.js';
import { useKeyWords } from './words.js';

export function RenameKey({ of: { passkeyId, name }, onDone }: { of: Key; onDone: () => void }) {
  const say = useKeyWords();
  const { busy, problem, lost, ask } = useAsking();
  const [next, setNext] = useState(name);
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    void ask(async () => {
      await api.POST('/api/v1/auth/passkeys/{passkeyId}/name', {
        params: { path: { passkeyId } },
        body: { name: next },
      });
      onDone();
    });
  };
  return (
    <form onSubmit={save}>
      <Stack gap="xs" maw="28rem">
        <TextInput
          label={say('name')}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          maxLength={60}
          autoFocus
          required
        />
        {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
        {lost && <LineLostNote onAgain={() => save()} busy={busy} />}
        <Group>
          <Button type="submit" size="sm" loading={busy}>
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
