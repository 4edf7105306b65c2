import { Anchor, Box, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '../../access/session.js';
import { useMay, useSite } from '../../access/site.js';
import { age, amount, dateTime } from '../../i18n/format.js';
import { Meaning } from '../../ui/badges.js';
import { CautionNote } from '../../ui/notes.js';
import type { PendingWaste } from './queries.js';
import { SignPending } from './sign-pending.js';
import { WithdrawPending } from './withdraw-pending.js';
import { useWasteWords } from './words.js';

/** One waste that waits: how much of what, where, by whom, for how long; and what whoever looks can do about it. */
export function PendingCard({
  of,
  isGone,
  onHold,
}: {
  of: PendingWaste;
  /** Meanwhile others have signed it, or it was withdrawn. */
  isGone: boolean;
  /** Somebody is at it, or no longer. */
  onHold: (of: PendingWaste | undefined) => void;
}) {
  const say = useWasteWords();
  const { siteId, timeZone } = useSite();
  const me = useMe();
  const may = useMay();
  const [open, setOpen] = useState<'sign' | 'withdraw'>();
  const hold = (what: typeof open) => {
    setOpen(what);
    onHold(what && of);
  };
  const waits = of.status === 'pending';
  const isMine = of.openedBy === me.personId;
  const hasSigned = of.signedBy.some(({ personId }) => personId === me.personId);
  return (
    <Paper withBorder p="md" component="section" aria-label={say('wasteOf', { amount: amount(of.amountMg, 'mg') })}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Box>
            <Text fw={800} fz={26} lh={1.2}>
              {of.volumeMl !== undefined && `${amount(of.volumeMl, 'mL')} · `}
              {of.deviceCount !== undefined && `${say('devices', { count: of.deviceCount })} · `}
              {amount(of.amountMg, 'mg')}
            </Text>
            <Text fw={600}>{of.productName}</Text>
          </Box>
          {waits && !isGone && <Meaning is="hand">{say('waitsFor', { age: age(of.ageMinutes) })}</Meaning>}
        </Group>
        <Text>
          {say('where', { room: of.locationCode, container: of.container ?? say('syringe') })}
          <br />
          <Text span c="dimmed">
            {say('openedBy', { name: of.openedByName, time: dateTime(of.openedAt, timeZone) })}
          </Text>
        </Text>
        {of.signedBy.length > 0 && (
          <Text>{say('signedBy', { names: of.signedBy.map(({ displayName }) => displayName).join(', ') })}</Text>
        )}
        {waits && isMine && open === undefined && <Text c="dimmed">{say('yours')}</Text>}
        {waits && hasSigned && <Text c="dimmed">{say('youSigned')}</Text>}
        {isGone && <CautionNote>{say('isGone')}</CautionNote>}
        {open === 'sign' && <SignPending of={of} onClose={() => hold(undefined)} />}
        {open === 'withdraw' && <WithdrawPending of={of} onClose={() => hold(undefined)} />}
        {open === undefined && (
          <Group gap="sm">
            {waits && !isMine && !hasSigned && may('signature:make') && (
              <Button size="lg" leftSection={<PenLine size={20} aria-hidden />} onClick={() => hold('sign')}>
                {say('sign')}
              </Button>
            )}
            {waits && isMine && may('wastage:record') && (
              <Button variant="default" onClick={() => hold('withdraw')}>
                {say('withdraw')}
              </Button>
            )}
            {of.sessionId !== undefined && may('session:read') && (
              <SessionLink siteId={siteId} sessionId={of.sessionId} />
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function SessionLink({ siteId, sessionId }: { siteId: string; sessionId: string }) {
  const say = useWasteWords();
  return (
    <Anchor
      underline="always"
      renderRoot={(props) => <Link to="/sites/$siteId/sessions/$sessionId" params={{ siteId, sessionId }} {...props} />}
    >
      {say('itsSession')}
    </Anchor>
  );
}
