import { Button, Checkbox, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { useUiWords } from '../../ui/words.js';
import type { PendingWaste } from './pending-card.js';
import { useWasteWords } from './words.js';

type Witness = components['schemas']['WitnessDto'];
const SEEN = ['label', 'volume', 'act'] as const;

/** A witness signs as themselves, logged in already: what they saw, and their password again. Nothing of it is a draft. */
export function SignPending({ of, onClose }: { of: PendingWaste; onClose: () => void }) {
  const say = useWasteWords();
  const ui = useUiWords();
  const { siteId } = useSite();
  const [seen, setSeen] = useState<string[]>([]);
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const act = useAct<Witness, unknown>({
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/pending-wastes/{pendingWasteId}/signatures', {
          params: {
            path: { siteId, pendingWasteId: of.pendingWasteId },
            header: { 'Idempotency-Key': key },
          },
          body,
        }),
      ),
    done: onClose,
  });
  const needsTotp = act.problem?.code === 'second_factor_required' || totp !== '';
  const ready = seen.length === SEEN.length && password !== '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    void act.send({ password, attests: [...SEEN], ...(totp === '' ? {} : { totp }) });
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <Checkbox.Group
          label={say('iSaw')}
          description={say('allThree')}
          value={seen}
          onChange={setSeen}
          error={fieldWords(act.problem, 'attests')}
        >
          <Stack gap="md" mt="xs">
            {SEEN.map((what) => (
              <Checkbox key={what} value={what} label={say(`saw_${what}`)} size="lg" />
            ))}
          </Stack>
        </Checkbox.Group>
        <PasswordInput
          label={say('password')}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          autoComplete="off"
          required
        />
        {needsTotp && (
          <TextInput
            label={say('totp')}
            value={totp}
            onChange={({ currentTarget }) => setTotp(currentTarget.value.replace(/\D/g, ''))}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
          />
        )}
        <ActNotes act={act} />
        <Group>
          <Button type="submit" size="lg" loading={act.sending} disabled={!ready || act.waiting}>
            {say('signNow')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {ui('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
