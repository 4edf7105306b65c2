import { Button, Checkbox, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { askKey, keysWork } from '../../access/keys.js';
import { useSite } from '../../access/site.js';
import { useAsking } from '../../access/use-asking.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords, refusalWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { LineLostNote, RefusalNote } from '../../ui/notes.js';
import { useUiWords } from '../../ui/words.js';
import type { PendingWaste } from './pending-card.js';
import { useWasteWords } from './words.js';

type Witness = components['schemas']['WitnessDto'];
const SEEN = ['label', 'volume', 'act'] as const;

/** A witness signs as themselves, logged in already: what they saw, and their password again or a key. Nothing of it is a draft. */
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
  const stated = seen.length === SEEN.length;
  const ready = stated && password !== '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    void act.send({ password, attests: [...SEEN], ...(totp === '' ? {} : { totp }) });
  };
  const question = useAsking();
  const [noKey, setNoKey] = useState(false);
  /** A key is asked for the very act that was opened; its answer is good for nothing else. */
  const signWithKey = () =>
    void question.ask(async () => {
      setNoKey(false);
      const path = { siteId, pendingWasteId: of.pendingWasteId };
      const used = await askKey(
        await answer(
          api.POST('/api/v1/sites/{siteId}/pending-wastes/{pendingWasteId}/signatures/options', { params: { path } }),
        ),
      );
      if ('none' in used) setNoKey(true);
      else await act.send({ assertion: used.answer, attests: [...SEEN] });
    });
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
        {noKey && <RefusalNote detail={say('noKey')} />}
        {question.problem && <RefusalNote {...refusalWords(question.problem)} code={question.problem.code} />}
        {question.lost && <LineLostNote onAgain={signWithKey} busy={question.busy} />}
        <Group>
          <Button type="submit" size="lg" loading={act.sending} disabled={!ready || act.waiting}>
            {say('signNow')}
          </Button>
          {keysWork() && (
            <Button
              variant="default"
              size="lg"
              leftSection={<KeyRound size={20} aria-hidden />}
              onClick={signWithKey}
              loading={question.busy || act.sending}
              disabled={!stated || act.waiting}
            >
              {say('signWithKey')}
            </Button>
          )}
          <Button variant="subtle" onClick={onClose}>
            {ui('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
