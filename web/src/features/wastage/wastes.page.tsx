import { SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { pendingWastesOf } from '../../api/reads.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { PendingCard } from './pending-card.js';
import type { PendingWaste } from './queries.js';
import { useWasteWords } from './words.js';

type Shown = 'pending' | 'complete' | 'withdrawn';

/** Wastes that wait for their witnesses, the oldest first. A witness signs here, on a phone of their own, as themselves. */
export function WastesPage() {
  const say = useWasteWords();
  const { siteId } = useSite();
  const [status, setStatus] = useState<Shown>('pending');
  // What somebody signs or withdraws at this moment stays in sight, even if others were quicker: nothing goes from under a finger.
  const [held, setHeld] = useState<PendingWaste>();
  const wastes = useQuery(pendingWastesOf(siteId, status));
  const listed = wastes.data ?? [];
  const isGone = held !== undefined && !listed.some(({ pendingWasteId }) => pendingWasteId === held.pendingWasteId);
  const items = isGone ? [held, ...listed] : listed;
  return (
    <Page title={say('title')} lead={say('lead')}>
      <SegmentedControl
        size="md"
        aria-label={say('which')}
        data={(['pending', 'complete', 'withdrawn'] as const).map((value) => ({ value, label: say(value) }))}
        value={status}
        onChange={(value) => {
          setHeld(undefined);
          setStatus(value as Shown);
        }}
      />
      {wastes.isPending && <Waiting />}
      {wastes.isError && <ReadFailed onRetry={() => void wastes.refetch()} />}
      {wastes.isSuccess && items.length === 0 && (
        <Empty title={say(status === 'pending' ? 'nothingWaits' : 'nothingHere')}>
          {status === 'pending' ? say('nothingWaitsHint') : undefined}
        </Empty>
      )}
      <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((waste) => (
          <li key={waste.pendingWasteId}>
            <PendingCard of={waste} isGone={isGone && waste === held} onHold={setHeld} />
          </li>
        ))}
      </Stack>
    </Page>
  );
}
