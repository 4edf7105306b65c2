import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useState, type FormEvent } from 'react';
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
import { amount, day, decimalText } from '../../i18n/format.js';
import { MainButton } from '../../ui/main-button.js';
import { ReadFailed, RefusalNote, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useContainer, type Found } from './queries.js';
import { useWasteWords } from './words.js';

type CloseOut = components['schemas']['CloseOutDto'];
type ClosedOut = components['schemas']['ClosedOutDto'];

/** An open vial has given its last drop, or is past its date and what was left is wasted: its book is closed before witnesses. */
export function CloseOutPage() {
  const { container } = useParams({ strict: false }) as { container: string };
  const { found, isError, refetch } = useContainer(container);
  const [closed, setClosed] = useState<ClosedOut>();
  if (closed) return <Outcome of={closed} />;
  if (isError) return <ReadFailed onRetry={() => void refetch()} />;
  if (!found) return <Waiting />;
  return <CloseOutOf key={container} {...found} onClosed={setClosed} />;
}

function CloseOutOf({ container, product, onClosed }: Found & { onClosed: (closed: ClosedOut) => void }) {
  const say = useWasteWords();
  const { siteId, timeZone } = useSite();
  const policy = usePolicy();
  const draft = useDraft<Earlier>(`close-out ${container.containerId}`, JUST_NOW);
  const [toSign, setToSign] = useState<ToSign>();
  const act = useAct<CloseOut, ClosedOut>({
    name: `close-out ${container.containerId}`,
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/close-outs', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: (closed) => {
      draft.clear();
      onClosed(closed);
    },
  });
  const body: CloseOut = { container: container.label, measuredVolumeMl: '0', ...occurrenceOf(draft.value, timeZone) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setToSign({ act: 'close-outs', key: act.key, body: { ...body } });
  };
  const isOpen = container.state === 'open';
  return (
    <Page title={say('closeOutTitle', { container: container.label })} lead={product?.name}>
      <form onSubmit={submit}>
        <Paper withBorder p="md">
          <Stack>
            <Text>
              {container.beyondUseOn !== undefined && say('useUntil', { day: day(container.beyondUseOn) })}{' '}
              {say('lot', { lot: container.lotNumber })} · {container.locationCode}
            </Text>
            <Title order={2} size="h4">
              {say('isItEmpty')}
            </Title>
            <Text>{say('closeOutHint')}</Text>
            <Group>
              <Button
                variant="default"
                renderRoot={(props) => (
                  <Link
                    to="/sites/$siteId/containers/$container/waste"
                    params={{ siteId, container: container.label }}
                    {...props}
                  />
                )}
              >
                {say('wasteTheRest')}
              </Button>
            </Group>
            <HappenedEarlier value={draft.value} onChange={draft.set} problem={act.problem} />
            {!isOpen && <RefusalNote detail={say('notOpen')} />}
            {fieldWords(act.problem, 'measuredVolumeMl') === undefined ? null : <Text>{say('notEmpty')}</Text>}
            <ActNotes act={act} />
            <MainButton type="submit" loading={act.sending} disabled={!isOpen || act.waiting}>
              {say('closeOut')}
            </MainButton>
          </Stack>
        </Paper>
      </form>
      <SigningDialog
        toSign={toSign}
        meaning="witnessed"
        count={policy?.closeOutWitnesses ?? 1}
        summary={
          <Text fw={600}>
            {say('closeOutSummary', { container: container.label, product: product?.name ?? container.productCode })}
          </Text>
        }
        onSigned={(signatures) => {
          setToSign(undefined);
          void act.send({ ...body, signatures });
        }}
        onAnew={() => toSign && setToSign({ ...toSign, key: act.renew() })}
        onClose={() => setToSign(undefined)}
      />
    </Page>
  );
}

/** What the book said at the end, and what the difference is called: in words, because it is the moment to understand it. */
function Outcome({ of }: { of: ClosedOut }) {
  const say = useWasteWords();
  const { siteId } = useSite();
  const isFine = of.class !== 'discrepancy';
  return (
    <Page title={say('closedTitle', { container: of.container })}>
      <Alert
        role="status"
        variant="light"
        color={isFine ? 'green' : 'red'}
        icon={<CircleCheck aria-hidden />}
        title={say(`class_${of.class}`, { amount: amount(of.varianceMg.replace('-', ''), 'mg') })}
      >
        <Text>
          {say(`class_${of.class}_hint`, {
            amount: amount(of.varianceMg.replace('-', ''), 'mg'),
            percent: decimalText(of.percentOfLabel.replace('-', '')),
          })}
        </Text>
      </Alert>
      <Group>
        <Button renderRoot={(props) => <Link to="/sites/$siteId/today" params={{ siteId }} {...props} />}>
          {say('toToday')}
        </Button>
      </Group>
    </Page>
  );
}
