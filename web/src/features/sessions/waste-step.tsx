import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMe } from '../../access/session.js';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { HappenedEarlier, JUST_NOW, occurrenceOf, type Earlier } from '../../acts/happened-earlier.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { usePolicy } from '../../acts/policy.js';
import { SigningDialog } from '../../acts/signing-dialog.js';
import type { ToSign } from '../../acts/signing.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { WasteReason, FIRST_REASON, reasonText, type Reason } from '../../care/waste-reason.js';
import { WasteSummary } from '../../care/waste-summary.js';
import { witnessesNeeded } from '../../care/witnesses.js';
import { useCareWords } from '../../care/words.js';
import type { PatientName } from '../../care/patient-names.js';
import { amount } from '../../i18n/format.js';
import { AmountInput } from '../../ui/amount-input.js';
import { MainButton } from '../../ui/main-button.js';
import { mlOfMg, ugOrUndefined } from '../../ui/quantity.js';
import { MixUpGuard } from './mix-up-guard.js';
import { useAlike } from './queries.js';
import { freeMg, plusMg, ug, type Session } from './session-state.js';
import { useSessionAct } from './use-session-act.js';
import { useSessionWords } from './words.js';

type Waste = components['schemas']['WasteDto'];
type Wasted = components['schemas']['WastedDto'];
type Pending = components['schemas']['PendingWasteOpenedDto'] & components['schemas']['RecordedAt'];

interface WasteDraft {
  /** Null: all that is in hand and does not wait for witnesses already. */
  readonly mg: string | null;
  readonly reason: Reason;
  readonly earlier: Earlier;
}
const NO_WASTE: WasteDraft = { mg: null, reason: FIRST_REASON, earlier: JUST_NOW };

/**
 * What is left is wasted before witnesses. It is made inside its session, so that it cannot be booked to another; where another
 * one could be meant, whoever wastes says whose it is.
 */
export function WasteStep({
  session,
  name,
  comes,
  onDone,
}: {
  session: Session;
  name: PatientName | undefined;
  comes: number;
  onDone: () => void;
}) {
  const say = useSessionWords();
  const care = useCareWords();
  const { siteId, timeZone } = useSite();
  const me = useMe();
  const policy = usePolicy();
  const draft = useDraft<WasteDraft>(`waste ${session.sessionId}`, NO_WASTE);
  const { reason, earlier } = draft.value;
  const [toSign, setToSign] = useState<ToSign>();
  const [whose, setWhose] = useState<string>();
  const [unsaid, setUnsaid] = useState(false);
  const alike = useAlike(session, me.personId);
  const mg = draft.value.mg ?? freeMg(session);
  const amountUg = ugOrUndefined(mg);
  const { deviceAmountMg, sessionId } = session;
  const devices = deviceAmountMg === undefined || amountUg === undefined ? undefined : amountUg / ug(deviceAmountMg);
  const ml = mlOfMg(mg, session.strengthMgPerMl);
  const finish = () => {
    draft.clear();
    setWhose(undefined);
    onDone();
  };
  const params = (key: string) => ({ path: { siteId }, header: { 'Idempotency-Key': key } });
  const waste = useSessionAct<Waste, Wasted>({
    session,
    name: 'waste',
    post: (body, key) => answer(api.POST('/api/v1/sites/{siteId}/wastes', { params: params(key), body })),
    told: (before, { inHandMg = before.inHandMg, amountMg }) => ({
      inHandMg,
      wastedMg: plusMg(before.wastedMg, amountMg),
    }),
    done: finish,
  });
  const pending = useSessionAct<Waste, Pending>({
    session,
    name: 'pending-waste',
    post: (body, key) => answer(api.POST('/api/v1/sites/{siteId}/pending-wastes', { params: params(key), body })),
    told: (before, { pendingWasteId, amountMg, recordedAt }) => ({
      pendingWastes: [...before.pendingWastes, { pendingWasteId, amountMg, openedAt: recordedAt }],
    }),
    done: finish,
  });
  const body: Waste = {
    sessionId,
    ...(devices === undefined ? { amountMg: mg } : { deviceCount: devices }),
    reason: reasonText(reason, care),
    ...occurrenceOf(earlier, timeZone),
  };
  const others = alike.data ?? [];
  /** A press that comes before it is known whose it could be waits for that; it is not lost. */
  const go = (then: () => void) => async (event: FormEvent) => {
    event.preventDefault();
    const known = alike.isSuccess ? alike : await alike.refetch({ cancelRefetch: false });
    if (!known.data) return;
    if (known.data.length === 0 || whose === sessionId) then();
    else setUnsaid(true);
  };
  const problem = waste.problem ?? pending.problem;
  return (
    <form onSubmit={(event) => void go(() => setToSign({ act: 'wastes', key: waste.key, body: { ...body } }))(event)}>
      <Stack>
        <Group align="flex-end" gap="sm">
          <AmountInput
            label={say('wastedAmount')}
            unit="mg"
            value={mg}
            onChange={(value) => draft.patch({ mg: value })}
            error={fieldWords(problem, 'amountMg')}
            w="12rem"
          />
          <Text pb="xs" size="lg" fw={600}>
            {ml !== undefined && `= ${amount(ml, 'mL')}`}
            {devices !== undefined && `= ${say('devices', { count: devices })}`}
          </Text>
        </Group>
        <WasteReason
          value={reason}
          onChange={(next) => draft.patch({ reason: next })}
          error={fieldWords(problem, 'reason')}
        />
        {others.length > 0 && (
          <MixUpGuard
            session={session}
            others={others}
            whose={whose}
            onWhose={(sessionOfIt) => {
              setWhose(sessionOfIt);
              setUnsaid(false);
            }}
            error={unsaid ? say('sayWhose') : undefined}
          />
        )}
        <HappenedEarlier value={earlier} onChange={(next) => draft.patch({ earlier: next })} problem={problem} />
        <ActNotes act={waste} />
        <ActNotes act={pending} />
        <Group>
          <MainButton
            key={comes}
            type="submit"
            takesFocus={comes > 0 && others.length === 0}
            loading={waste.sending}
            disabled={waste.waiting || pending.waiting || (whose !== undefined && whose !== sessionId)}
          >
            {say('wasteHere', { amount: amountUg === undefined ? '…' : amount(mg, 'mg') })}
          </MainButton>
          <Button
            variant="default"
            loading={pending.sending}
            disabled={waste.waiting || pending.waiting || (whose !== undefined && whose !== sessionId)}
            onClick={(event) => void go(() => void pending.send(body))(event)}
          >
            {say('wasteLater')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {say('wasteLaterHint')}
        </Text>
      </Stack>
      <SigningDialog
        toSign={toSign}
        meaning="witnessed"
        count={witnessesNeeded(policy)}
        summary={
          <WasteSummary
            patient={name}
            room={session.locationName}
            product={session.productName}
            amountMg={mg}
            volumeMl={ml}
            devices={devices}
            containers={session.containers.map(({ container }) => container)}
            reason={body.reason ?? ''}
          />
        }
        onSigned={(signatures) => {
          setToSign(undefined);
          void waste.send({ ...body, signatures });
        }}
        onAnew={() => toSign && setToSign({ ...toSign, key: waste.renew() })}
        onClose={() => setToSign(undefined)}
      />
    </form>
  );
}
