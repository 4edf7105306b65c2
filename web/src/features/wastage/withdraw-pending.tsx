import { Button, Group, Stack, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import { useUiWords } from '../../ui/words.js';
import type { PendingWaste } from './queries.js';
import { useWasteWords } from './words.js';

/** Whoever opened a waste takes it back before it is signed: the amount is in hand again, free. That it waited stays on record. */
export function WithdrawPending({ of, onClose }: { of: PendingWaste; onClose: () => void }) {
  const say = useWasteWords();
  const ui = useUiWords();
  const { siteId } = useSite();
  const { pendingWasteId } = of;
  const draft = useDraft<string>(`withdraw ${pendingWasteId}`, '');
  const act = useAct<{ reason: string }, unknown>({
    name: `withdraw ${pendingWasteId}`,
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/pending-wastes/{pendingWasteId}/withdraw', {
          params: { path: { siteId, pendingWasteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: () => {
      draft.clear();
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void act.send({ reason: draft.value.trim() });
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <Textarea
          label={say('whyWithdraw')}
          value={draft.value}
          onChange={({ currentTarget }) => draft.set(currentTarget.value)}
          error={fieldWords(act.problem, 'reason')}
          maxLength={500}
          autosize
          required
        />
        <ActNotes act={act} />
        <Group>
          <Button type="submit" loading={act.sending} disabled={act.waiting}>
            {say('withdraw')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {ui('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
