import { Badge, Box, Button, Group, Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import {
  Ban,
  CircleCheck,
  ClipboardPen,
  DoorOpen,
  Hand,
  Hourglass,
  PackageCheck,
  Play,
  RotateCcw,
  Syringe,
  Trash2,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { refusalOf } from '../../acts/refusal-words.js';
import type { components } from '../../api/schema.gen.js';
import { dateTime, timeOfDay } from '../../i18n/format.js';
import { quantity } from '../../ui/quantity.js';
import { CorrectionDialog } from './correction-dialog.js';
import { useHistory } from './queries.js';
import type { Session } from './session-state.js';
import { useSessionWords } from './words.js';

export type LogEntry = components['schemas']['RecordView'];

const ICONS: Readonly<Record<string, LucideIcon>> = {
  session: Play,
  draw: Hand,
  take: Hand,
  give: Syringe,
  waste: Trash2,
  return: PackageCheck,
  reversal: Undo2,
  discharge: DoorOpen,
  session_end: CircleCheck,
  session_reopened: RotateCcw,
  waste_pending: Hourglass,
  waste_witnessed: ClipboardPen,
  waste_withdrawn: Undo2,
  refused: Ban,
};
const KNOWN = Object.keys(ICONS);
const REVERSIBLE = ['draw', 'take', 'give', 'waste', 'return'];

/** What happened in a session, as its log has it: who did it, who signed and when, what was refused, what was taken back. */
export function SessionTimeline({ session }: { session: Session }) {
  const say = useSessionWords();
  const may = useMay();
  const history = useHistory(session.sessionId).data?.items ?? [];
  const [correcting, setCorrecting] = useState<LogEntry>();
  const entries = history.filter(({ type }) => KNOWN.includes(type));
  const title = useEntryTitle(session);
  if (entries.length === 0) return null;
  const canCorrect = (entry: LogEntry) =>
    session.status === 'open' &&
    may('correction:record') &&
    REVERSIBLE.includes(entry.type) &&
    entry.reversedBySeq === undefined;
  return (
    <Paper withBorder p="md" component="section" aria-label={say('timeline')}>
      <Title order={2} size="h4" mb="md">
        {say('timeline')}
      </Title>
      <Timeline bulletSize={32} lineWidth={2} active={entries.length}>
        {entries.map((entry) => (
          <Timeline.Item
            key={entry.seq}
            bullet={<Bullet type={entry.type} />}
            title={
              <EntryTitle
                entry={entry}
                title={title(entry)}
                {...(canCorrect(entry) ? { onCorrect: () => setCorrecting(entry) } : {})}
              />
            }
            {...(entry.type === 'refused' ? { color: 'gray.7' } : {})}
          >
            <Signers entry={entry} />
          </Timeline.Item>
        ))}
      </Timeline>
      {correcting && (
        <CorrectionDialog
          session={session}
          seq={correcting.seq}
          what={title(correcting)}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </Paper>
  );
}

function Bullet({ type }: { type: string }) {
  const Icon = ICONS[type] ?? CircleCheck;
  return <Icon size={18} aria-hidden />;
}

function EntryTitle({ entry, title, onCorrect }: { entry: LogEntry; title: string; onCorrect?: () => void }) {
  const say = useSessionWords();
  const isGone = entry.reversedBySeq !== undefined;
  return (
    <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
      <Group gap="xs">
        <Text span fw={600} {...(isGone ? { td: 'line-through' } : {})}>
          {title}
        </Text>
        {entry.late && <Mark color="yellow">{say('late')}</Mark>}
        {isGone && <Mark color="gray">{say('takenBack')}</Mark>}
      </Group>
      {onCorrect && (
        <Button
          variant="subtle"
          size="compact-md"
          mih={44}
          my={-8}
          style={{ flexShrink: 0 }}
          aria-label={say('correctWhat', { what: title })}
          onClick={onCorrect}
        >
          {say('correct')}
        </Button>
      )}
    </Group>
  );
}

function Mark({ color, children }: { color: string; children: string }) {
  return (
    <Badge color={color} variant="light" tt="none" c="inherit">
      {children}
    </Badge>
  );
}

/** Who did it and when; each other signer with what they signed as and when; words that were given with it. */
function Signers({ entry }: { entry: LogEntry }) {
  const say = useSessionWords();
  const { timeZone } = useSite();
  const [performer, ...others] = entry.actors;
  const { reason, lateReason, note, earlyReason } = entry.texts ?? {};
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {performer?.displayName} · {dateTime(entry.occurredAt, timeZone)}
        {entry.late && ` · ${say('enteredAt', { time: dateTime(entry.recordedAt, timeZone) })}`}
      </Text>
      {entry.type === 'refused' && <Text size="sm">{refusalOf(entry.refusal)}</Text>}
      {others.map((one) => (
        <Text size="sm" key={one.personId}>
          {say(`meaning_${one.meaning}`, { name: one.displayName, time: timeOfDay(one.signedAt, timeZone) })}
        </Text>
      ))}
      {[reason, note, earlyReason, lateReason].map(
        (text) =>
          text !== undefined && (
            <Box key={text} fz="sm" fs="italic">
              {text}
            </Box>
          ),
      )}
    </Stack>
  );
}

/** One line for one record: what was done and how much of what. */
function useEntryTitle(session: Session): (entry: LogEntry) => string {
  const say = useSessionWords();
  return (entry) => {
    const act = session.acts.find(({ seq }) => seq === entry.seq);
    const told = { ...entry.act, ...act } as {
      amountMg?: string;
      volumeMl?: string;
      deviceCount?: number;
      container?: string;
    };
    const { amountMg, volumeMl, deviceCount, container = '' } = told;
    const devices = deviceCount === undefined ? undefined : say('devices', { count: deviceCount });
    const how =
      amountMg === undefined ? '' : quantity({ amountMg, ...(volumeMl === undefined ? {} : { volumeMl }) }, devices);
    switch (entry.type) {
      case 'refused':
        return say('did_refused', { what: entry.refusal?.of ? say('attempt') : '' });
      case 'reversal':
        return say('did_reversal', { amount: how });
      case 'draw':
      case 'take':
      case 'return':
        return say(`did_${entry.type}`, { amount: how, container });
      case 'give':
      case 'waste':
      case 'waste_pending':
        return say(`did_${entry.type}`, { amount: how });
      case 'session':
      case 'discharge':
      case 'session_end':
      case 'session_reopened':
      case 'waste_witnessed':
      case 'waste_withdrawn':
        return say(`did_${entry.type}`);
      default:
        return entry.type;
    }
  };
}
