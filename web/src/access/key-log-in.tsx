import { Button, Stack } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { refusalWords } from '../acts/refusal-words.js';
import { LineLostNote, RefusalNote } from '../ui/notes.js';
import { keysWork, logInWithKey, type NoKey } from './keys.js';
import { useAsking } from './use-asking.js';
import { useAccessWords } from './words.js';

/** Log in with a key of one's own; not shown where keys do not work. */
export function KeyLogIn({ username }: { readonly username?: string | undefined }) {
  const say = useAccessWords();
  const { busy, problem, lost, ask } = useAsking();
  const [none, setNone] = useState<NoKey>();
  if (!keysWork()) return null;
  const use = () => {
    setNone(undefined);
    void ask(async () => setNone(await logInWithKey(username)));
  };
  return (
    <Stack gap="xs">
      <Button variant="default" size="lg" leftSection={<KeyRound size={20} aria-hidden />} onClick={use} loading={busy}>
        {say('useKey')}
      </Button>
      {none !== undefined && <RefusalNote detail={say(`noKey_${none}`)} />}
      {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
      {lost && <LineLostNote onAgain={use} busy={busy} />}
    </Stack>
  );
}
