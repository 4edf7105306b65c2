import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { usePolicy } from '../../acts/policy.js';
import { SigningDialog } from '../../acts/signing-dialog.js';
import type { ToSign } from '../../acts/signing.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { amount } from '../../i18n/format.js';
import { plusMg, type Session } from './session-state.js';
import { useSessionAct } from './use-session-act.js';
import { useSessionWords } from './words.js';

type Return = components['schemas']['ReturnDto'];
type Drawn = components['schemas']['DrawnDto'];
type Out = Session['containers'][number];

/** Kits that are out whole and unopened can come back, which a second person checks. */
export function Returns({ session, onDone }: { session: Session; onDone: () => void }) {
  const say = useSessionWords();
  const may = useMay();
  const out = session.containers.filter(({ state }) => state === 'taken');
  if (out.length === 0 || session.status === 'ended' || !may('session:record')) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={say('outUnopened')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {say('outUnopened')}
        </Title>
        {out.map((container) => (
          <ReturnOne key={container.containerId} session={session} of={container} onDone={onDone} />
        ))}
      </Stack>
    </Paper>
  );
}

function ReturnOne({ session, of, onDone }: { session: Session; of: Out; onDone: () => void }) {
  const say = useSessionWords();
  const { siteId } = useSite();
  const policy = usePolicy();
  const [toSign, setToSign] = useState<ToSign>();
  const act = useSessionAct<Return, Drawn>({
    session,
    name: `return ${of.containerId}`,
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/returns', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    told: (before, { inHandMg, amountMg }) => ({ inHandMg, returnedMg: plusMg(before.returnedMg, amountMg) }),
    done: onDone,
  });
  const body: Return = { sessionId: session.sessionId, container: of.container };
  const begin = () => {
    if (policy?.secondPersonFor.return === false) void act.send(body);
    else setToSign({ act: 'returns', key: act.key, body: { ...body } });
  };
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text>
          {of.container} · {amount(of.drawnMg, 'mg')}
        </Text>
        <Button variant="default" loading={act.sending} disabled={act.waiting} onClick={begin}>
          {say('returnUnopened')}
        </Button>
      </Group>
      <ActNotes act={act} />
      <SigningDialog
        toSign={toSign}
        meaning="checked"
        summary={
          <Text fw={600}>
            {say('returnSummary', {
              container: of.container,
              product: session.productName,
              amount: amount(of.drawnMg, 'mg'),
              room: session.locationName,
            })}
          </Text>
        }
        onSigned={(signatures) => {
          setToSign(undefined);
          void act.send({ ...body, signatures });
        }}
        onAnew={() => toSign && setToSign({ ...toSign, key: act.renew() })}
        onClose={() => setToSign(undefined)}
      />
    </Stack>
  );
}
