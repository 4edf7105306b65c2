import { Box, Text } from '@mantine/core';
import { CircleDashed, LockKeyhole, PackageOpen, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Container } from './queries.js';
import { useStorageWords } from './words.js';

const ICONS: Readonly<Partial<Record<Container['state'], LucideIcon>>> = {
  sealed: LockKeyhole,
  taken: LockKeyhole,
  open: PackageOpen,
};

/** The state of a container, with its sign. */
export function StateBadge({ state }: { state: Container['state'] }) {
  const say = useStorageWords();
  const Icon = ICONS[state] ?? CircleDashed;
  return (
    <Box
      component="span"
      style={{ display: 'inline-flex', alignItems: 'center', gap: '0.35rem', overflowWrap: 'normal' }}
    >
      <Icon size={16} aria-hidden style={{ flex: 'none' }} />
      {say(`state_${state}`)}
    </Box>
  );
}

/** Whether a last day of use is over, or soon. Days as YYYY-MM-DD. */
export function DayBadge({ last, today, soon }: { last: string; today: string; soon: string }) {
  const say = useStorageWords();
  if (last >= soon) return null;
  const past = last < today;
  const ink = past ? 'var(--meaning-missing)' : 'var(--meaning-hand)';
  return (
    <Box
      component="span"
      style={{ display: 'inline-flex', alignItems: 'center', gap: '0.25rem', color: ink, whiteSpace: 'nowrap' }}
    >
      <TriangleAlert size={14} aria-hidden />
      <Text span fw={700} size="sm" inherit>
        {say(past ? 'past' : 'soon')}
      </Text>
    </Box>
  );
}
