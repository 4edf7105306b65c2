import { Button, Group, Stack } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { askKey, keysWork, type NoKey } from '../../../access/keys.js';
import { useMe } from '../../../access/session.js';
import { useAsking } from '../../../access/use-asking.js';
import { refusalWords } from '../../../acts/refusal-words.js';
import { answer, api } from '../../../api/client.js';
import type { components } from '../../../api/schema.gen.js';
import { LineLostNote, RefusalNote } from '../../../ui/notes.js';
import { ConfirmationFields, confirmationOf, NOTHING } from '../confirmation.js';
import { useKeyWords } from './words.js';

export type Confirmation = components['schemas']['ConfirmationRequest'];

/** Again who one is, before one's keys are changed: with a key one has, or by password and code. */
export function Confirm({ button, onGiven }: { button: string; onGiven: (given: Confirmation) => Promise<void> }) {
  const say = useKeyWords();
  const { hasSecondFactor, hasPasskey } = useMe();
  const { busy, problem, lost, ask } = useAsking();
  const [typed, setTyped] = useState(NOTHING);
  const [none, setNone] = useState<NoKey>();
  const byPassword = (event?: FormEvent) => {
    event?.preventDefault();
    void ask(() => onGiven(confirmationOf(typed)));
  };
  const byKey = () =>
    void ask(async () => {
      setNone(undefined);
      const used = await askKey(await answer(api.POST('/api/v1/auth/passkeys/confirmation')));
      if ('none' in used) setNone(used.none);
      else await onGiven({ assertion: used.answer });
    });
  // Who has keys and no authenticator is asked for a key: the ledger takes nothing less.
  const mayType = !hasPasskey || hasSecondFactor;
  return (
    <form onSubmit={byPassword}>
      <Stack gap="sm" maw="28rem">
        {hasPasskey && keysWork() && (
          <Button variant="default" leftSection={<KeyRound size={18} aria-hidden />} onClick={byKey} loading={busy}>
            {say('confirmByKey')}
          </Button>
        )}
        {mayType && <ConfirmationFields label={say('password')} value={typed} onChange={setTyped} />}
        {none !== undefined && <RefusalNote detail={say(`noKey_${none}`)} />}
        {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
        {lost && <LineLostNote onAgain={() => byPassword()} busy={busy} />}
        {mayType && (
          <Group>
            <Button type="submit" loading={busy}>
              {button}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
