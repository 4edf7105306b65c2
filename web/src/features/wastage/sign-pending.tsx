import { Button, Group, Stack } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { askKey, keysWork } from '../../access/keys.js';
import { useSite } from '../../access/site.js';
import { useAsking } from '../../access/use-asking.js';
import { ActNotes } from '../../acts/act-notes.js';
import { usePolicy } from '../../acts/policy.js';
import { refusalWords } from '../../acts/refusal-words.js';
import { SignerFields, useSigner } from '../../acts/signer-fields.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { LineLostNote, RefusalNote } from '../../ui/notes.js';
import { useUiWords } from '../../ui/words.js';
import type { PendingWaste } from './queries.js';
import { useWasteWords } from './words.js';

type Witness = components['schemas']['WitnessDto'];

/** A witness signs as themselves, logged in already: what they saw, and their password again or a key. Nothing of it is a draft. */
export function SignPending({ of, onClose }: { of: PendingWaste; onClose: () => void }) {
  const say = useWasteWords();
  const ui = useUiWords();
  const { siteId } = useSite();
  const signer = useSigner({ asWitness: true });
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
  const keysOnly = usePolicy()?.requireDeviceBoundKeys === true;
  const { attests, stated } = signer;
  const ready = stated && signer.typed;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    void act.send({ ...signer.credentials, attests });
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
      else await act.send({ assertion: used.answer, attests });
    });
  return (
    <form onSubmit={send}>
      <Stack>
        <SignerFields of={signer.fields} problem={act.problem} withPassword={!keysOnly} />
        <ActNotes act={act} />
        {noKey && <RefusalNote detail={say('noKey')} />}
        {question.problem && <RefusalNote {...refusalWords(question.problem)} code={question.problem.code} />}
        {question.lost && <LineLostNote onAgain={signWithKey} busy={question.busy} />}
        <Group>
          {!keysOnly && (
            <Button type="submit" size="lg" loading={act.sending} disabled={!ready || act.waiting}>
              {say('signNow')}
            </Button>
          )}
          {keysWork() && (
            <Button
              variant={keysOnly ? 'filled' : 'default'}
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
