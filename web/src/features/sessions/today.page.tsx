import { Button, Group, NativeSelect, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '../../access/session.js';
import { useMay, useSite } from '../../access/site.js';
import { useLocations } from '../../api/catalog.js';
import { useLedgerNow } from '../../api/ledger-clock.js';
import { usePatientNames } from '../../care/patient-names.js';
import { dayOf } from '../../i18n/format.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { OpenMatters } from './open-matters.js';
import { useToday } from './queries.js';
import { SessionCard } from './session-card.js';
import { standing, watched, type SessionListed } from './session-state.js';
import classes from './today.module.css';
import { useSessionWords } from './words.js';

/** The sessions of today: who is in which room, what is in hand, who may go when. */
export function TodayPage() {
  const say = useSessionWords();
  const { timeZone } = useSite();
  const me = useMe();
  const may = useMay();
  const now = useLedgerNow();
  const [whose, setWhose] = useState<'mine' | 'all'>('all');
  const [locationId, setLocationId] = useState('');
  const sessions = useToday({
    ...(whose === 'mine' ? { nurseId: me.personId } : {}),
    ...(locationId === '' ? {} : { locationId }),
  });
  const items = sessions.data?.items ?? [];
  const names = usePatientNames(items.map(({ patientId }) => patientId));
  const busy = items.filter((one) => needsSomebody(one, now)).sort(byUrgency);
  const done = items.filter((one) => !needsSomebody(one, now));
  const list = (shown: readonly SessionListed[]) => (
    <ul className={classes.list}>
      {shown.map((one) => (
        <li key={one.sessionId}>
          <SessionCard of={one} name={names.get(one.patientId)} now={now} />
        </li>
      ))}
    </ul>
  );
  return (
    <Page
      title={say('today')}
      lead={dayOf(new Date(now).toISOString(), timeZone)}
      actions={may('session:record') && <StartButton />}
    >
      <OpenMatters />
      <Filters whose={whose} onWhose={setWhose} locationId={locationId} onLocation={setLocationId} />
      {sessions.isError && <ReadFailed onRetry={() => void sessions.refetch()} />}
      {sessions.isPending && <Waiting />}
      {sessions.isSuccess && items.length === 0 && <Empty title={say('noSessions')}>{say('noSessionsHint')}</Empty>}
      {busy.length > 0 && list(busy)}
      {sessions.isSuccess && busy.length === 0 && done.length > 0 && <Text c="dimmed">{say('nobodyNow')}</Text>}
      {done.length > 0 && (
        <Stack gap="xs">
          <Title order={2} size="h4">
            {say('doneToday', { count: done.length })}
          </Title>
          {list(done)}
        </Stack>
      )}
    </Page>
  );
}

/** A patient who may go and whose going nobody has recorded stays in sight for so long. */
const LINGERS_MS = 60 * 60_000;

/** Open, or a patient is still to be watched or let go. */
function needsSomebody(session: SessionListed, now: number): boolean {
  if (session.status === 'open') return true;
  const { observeUntil = '' } = session.observation;
  return watched(session, now) !== undefined && now - Date.parse(observeUntil) < LINGERS_MS;
}

const ORDER = ['in_hand', 'not_drawn', 'balanced', 'ended'] as const;

function byUrgency(one: SessionListed, other: SessionListed): number {
  const rank = (session: SessionListed) => ORDER.indexOf(standing(session));
  return rank(one) - rank(other) || one.startedAt.localeCompare(other.startedAt);
}

function StartButton() {
  const say = useSessionWords();
  const { siteId } = useSite();
  return (
    <Button
      size="lg"
      leftSection={<Plus aria-hidden />}
      renderRoot={(props) => <Link to="/sites/$siteId/sessions/new" params={{ siteId }} {...props} />}
    >
      {say('startSession')}
    </Button>
  );
}

function Filters({
  whose,
  onWhose,
  locationId,
  onLocation,
}: {
  whose: 'mine' | 'all';
  onWhose: (whose: 'mine' | 'all') => void;
  locationId: string;
  onLocation: (locationId: string) => void;
}) {
  const say = useSessionWords();
  const { inUse: rooms } = useLocations(useSite().siteId);
  return (
    <Group gap="sm">
      <SegmentedControl
        size="md"
        aria-label={say('whose')}
        data={[
          { value: 'all', label: say('all') },
          { value: 'mine', label: say('mine') },
        ]}
        value={whose}
        onChange={(value) => onWhose(value as 'mine' | 'all')}
      />
      <NativeSelect
        aria-label={say('room')}
        data={[
          { value: '', label: say('everyRoom') },
          ...rooms.map((one) => ({ value: one.locationId, label: one.name })),
        ]}
        value={locationId}
        onChange={({ currentTarget }) => onLocation(currentTarget.value)}
      />
    </Group>
  );
}
