import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { usePolicy } from '../../acts/policy.js';
import { SigningDialog } from '../../acts/signing-dialog.js';
import type { ToSign } from '../../acts/signing.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import { Dialog } from '../../ui/dialog.js';
import type { Session } from './session-state.js';
import { useSessionWords } from './words.js';

/**
 * A wrong entry is taken back by one that mirrors it; both stay. A second person approves, who did not make it. Without `seq` it is
 * the ended session that is opened again.
 */
export function CorrectionDialog({
  session,
  seq,
  what,
  onClose,
}: {
  session: Session;
  seq?: number;
  what: string;
  onClose: () => void;
}) {
  const say = useSessionWords();
  const { siteId } = useSite();
  const { sessionId } = session;
  const act = seq === undefined ? 'reopenings' : 'reversals';
  const draft = useDraft<string>(`${act} ${seq ?? sessionId}`, '');
  const [toSign, setToSign] = useState<ToSign>();
  const policy = usePolicy();
  const needsOther = seq !== undefined || (policy?.secondPersonFor.correction ?? true);
  type Body = { reason: string; signatures?: string[] };
  const correction = useAct<Body, unknown>({
    name: `${act} ${seq ?? sessionId}`,
    post: (body, key) => {
      const params = { path: { siteId }, header: { 'Idempotency-Key': key } };
      return seq === undefined
        ? answer(api.POST('/api/v1/sites/{siteId}/reopenings', { params, body: { sessionId, ...body } }))
        : answer(api.POST('/api/v1/sites/{siteId}/reversals', { params, body: { seq, ...body } }));
    },
    done: () => {
      draft.clear();
      onClose();
    },
  });
  const body = { reason: draft.value.trim() };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!needsOther) void correction.send(body);
    else setToSign({ act, key: correction.key, body: { ...(seq === undefined ? { sessionId } : { seq }), ...body } });
  };
  return (
    <>
      {toSign === undefined && (
        <Dialog
          onClose={onClose}
          title={say(seq === undefined ? 'reopenTitle' : 'correctTitle')}
          closeOnClickOutside={false}
        >
          <form onSubmit={submit}>
            <Stack>
              <Text fw={600}>{what}</Text>
              <Text>{say(seq === undefined ? 'reopenHint' : 'correctHint')}</Text>
              <Textarea
                label={say('whyCorrect')}
                value={draft.value}
                onChange={({ currentTarget }) => draft.set(currentTarget.value)}
                error={fieldWords(correction.problem, 'reason')}
                maxLength={500}
                autosize
                required
                data-autofocus
              />
              <ActNotes act={correction} />
              <Group justify="flex-end">
                <Button type="submit" loading={correction.sending} disabled={correction.waiting}>
                  {say(seq === undefined ? 'reopen' : 'takeBack')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Dialog>
      )}
      <SigningDialog
        toSign={toSign}
        meaning="approved"
        summary={
          <>
            <Text fw={600}>{what}</Text>
            <Text>{body.reason}</Text>
          </>
        }
        onSigned={(signatures) => {
          setToSign(undefined);
          void correction.send({ ...body, signatures });
        }}
        onAnew={() => toSign && setToSign({ ...toSign, key: correction.renew() })}
        onClose={() => setToSign(undefined)}
      />
    </>
  );
}
