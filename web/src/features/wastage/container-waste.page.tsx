import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { mgFromUg, ugFromMg, ugOfVolume, ulFromMl } from '../../../../src/domain/amounts.js';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { HappenedEarlier, JUST_NOW, occurrenceOf, type Earlier } from '../../acts/happened-earlier.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { usePolicy } from '../../acts/policy.js';
import { SigningDialog } from '../../acts/signing-dialog.js';
import type { ToSign } from '../../acts/signing.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { FIRST_REASON, reasonText, WasteReason, type Reason } from '../../care/waste-reason.js';
import { WasteSummary } from '../../care/waste-summary.js';
import { useCareWords } from '../../care/words.js';
import { witnessesNeeded } from '../../care/witnesses.js';
import { amount } from '../../i18n/format.js';
import { AmountInput } from '../../ui/amount-input.js';
import { MainButton } from '../../ui/main-button.js';
import { CautionNote, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useContainer, type Found } from './queries.js';
import { useWasteWords } from './words.js';

type Waste = components['schemas']['WasteDto'];

interface WasteDraft {
  readonly quantity: string;
  readonly reason: Reason;
  readonly earlier: Earlier;
}
const NO_WASTE: WasteDraft = { quantity: '', reason: FIRST_REASON, earlier: JUST_NOW };

/** What is left in a vial is wasted out of it: measured, never read from the book, which stays blind. */
export function ContainerWastePage() {
  const { container } = useParams({ strict: false }) as { container: string };
  const { found, isError, refetch } = useContainer(container);
  if (isError) return <ReadFailed onRetry={() => void refetch()} />;
  if (!found) return <Waiting />;
  return <WasteOf key={container} {...found} />;
}

function WasteOf({ container, product }: Found) {
  const say = useWasteWords();
  const care = useCareWords();
  const { siteId, timeZone } = useSite();
  const { session } = useSearch({ strict: false }) as { session?: string };
  const policy = usePolicy();
  const draft = useDraft<WasteDraft>(`waste of ${container.containerId}`, NO_WASTE);
  const { quantity, reason, earlier } = draft.value;
  const [toSign, setToSign] = useState<ToSign>();
  const leave = useLeave(session, container.label);
  const done = () => {
    draft.clear();
    leave();
  };
  const params = (key: string) => ({ path: { siteId }, header: { 'Idempotency-Key': key } });
  const waste = useAct<Waste, unknown>({
    name: `waste of ${container.containerId}`,
    post: (body, key) => answer(api.POST('/api/v1/sites/{siteId}/wastes', { params: params(key), body })),
    done,
  });
  const pending = useAct<Waste, unknown>({
    name: `pending waste of ${container.containerId}`,
    post: (body, key) => answer(api.POST('/api/v1/sites/{siteId}/pending-wastes', { params: params(key), body })),
    done,
  });
  const counted = product?.strengthMgPerMl === undefined;
  const body: Waste = {
    container: container.label,
    ...(session === undefined ? {} : { sessionId: session }),
    ...(counted ? { deviceCount: Number(quantity) } : { volumeMl: quantity }),
    reason: reasonText(reason, care),
    ...occurrenceOf(earlier, timeZone),
  };
  const mg = counted ? devicesMg(quantity, product?.deviceAmountMg) : mgOfMl(quantity, product?.strengthMgPerMl);
  const problem = waste.problem ?? pending.problem;
  const busy = waste.waiting || pending.waiting;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setToSign({ act: 'wastes', key: waste.key, body: { ...body } });
  };
  return (
    <Page title={say('containerTitle', { container: container.label })} lead={product?.name}>
      <form onSubmit={submit}>
        <Paper withBorder p="md">
          <Stack>
            <CautionNote>{say('containerHint')}</CautionNote>
            <Group align="flex-end" gap="sm">
              <AmountInput
                label={say(counted ? 'countWasted' : 'volumeWasted')}
                unit={counted ? '×' : 'mL'}
                value={quantity}
                onChange={(value) => draft.patch({ quantity: value })}
                error={fieldWords(problem, counted ? 'deviceCount' : 'volumeMl') ?? fieldWords(problem, 'container')}
                w="12rem"
                required
              />
              <Text pb="xs" size="lg" fw={600}>
                {mg !== undefined && `= ${amount(mg, 'mg')}`}
              </Text>
            </Group>
            <WasteReason
              value={reason}
              onChange={(next) => draft.patch({ reason: next })}
              error={fieldWords(problem, 'reason')}
            />
            <HappenedEarlier value={earlier} onChange={(next) => draft.patch({ earlier: next })} problem={problem} />
            <ActNotes act={waste} />
            <ActNotes act={pending} />
            <Group>
              <MainButton type="submit" loading={waste.sending} disabled={busy}>
                {say('wasteHere')}
              </MainButton>
              <Button
                variant="default"
                loading={pending.sending}
                disabled={busy || quantity === ''}
                onClick={() => void pending.send(body)}
              >
                {say('wasteLater')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      </form>
      <SigningDialog
        toSign={toSign}
        meaning="witnessed"
        count={witnessesNeeded(policy)}
        summary={
          <WasteSummary
            room={container.locationCode}
            product={product?.name ?? container.productCode}
            amountMg={mg ?? '0'}
            volumeMl={counted ? undefined : quantity}
            devices={counted ? Number(quantity) : undefined}
            containers={[container.label]}
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
    </Page>
  );
}

/** Back to where it was asked for: its session, or the container. */
function useLeave(session: string | undefined, container: string): () => void {
  const { siteId } = useSite();
  const navigate = useNavigate();
  return () =>
    void (session === undefined
      ? navigate({ to: '/sites/$siteId/containers/$container', params: { siteId, container } })
      : navigate({ to: '/sites/$siteId/sessions/$sessionId', params: { siteId, sessionId: session } }));
}

function mgOfMl(ml: string, strength: string | undefined): string | undefined {
  if (strength === undefined) return undefined;
  try {
    return mgFromUg(ugOfVolume({ volumeUl: ulFromMl(ml), strengthUgPerMl: ugFromMg(strength) }));
  } catch {
    return undefined;
  }
}

function devicesMg(count: string, each: string | undefined): string | undefined {
  return each === undefined || !/^[1-9]\d{0,3}$/.test(count) ? undefined : mgFromUg(Number(count) * ugFromMg(each));
}
