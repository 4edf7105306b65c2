import { Box, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleCheckBig, Scale } from 'lucide-react';
import { useMemo } from 'react';
import { useSite } from '../../access/site.js';
import { useLedgerClockHeard } from '../../api/ledger-clock.js';
import { lastDays, presetPeriod } from '../../records/periods.js';
import { ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { AgesChart } from './ages-chart.js';
import { Alarms } from './alarms.js';
import { LogCard } from './log-card.js';
import { Matters } from './matters.js';
import { useLate, useLogState, useOpenMatters, useRefusedByDay } from './reading.js';
import { RefusedChart } from './refused-chart.js';
import { Tiles } from './tiles.js';
import { useOverviewWords } from './words.js';

const TWO_WEEKS = 14;

/** The compliance officer's morning: alarms, all that is open with its age, what went wrong since yesterday, and the state of the log. */
export function MorningPage() {
  const say = useOverviewWords();
  // "Since yesterday" is of the ledger's days.
  if (useLedgerClockHeard()) return <Morning />;
  return (
    <Page title={say('morning')} lead={say('lead')}>
      <Waiting />
    </Page>
  );
}

function Morning() {
  const say = useOverviewWords();
  const { siteId, timeZone } = useSite();
  const yesterday = presetPeriod('yesterday', timeZone).from;
  const recent = useMemo(() => lastDays(2, timeZone), [timeZone]);
  const fortnight = useMemo(() => lastDays(TWO_WEEKS, timeZone), [timeZone]);
  const open = useOpenMatters();
  const late = useLate(recent);
  const refused = useRefusedByDay(fortnight);
  const refusedLately = refused.data
    ?.filter(({ day }) => day >= recent.from)
    .reduce((sum, { attempts }) => sum + attempts, 0);
  const matters = open.data ?? [];
  const alarms = useLogState().data?.alarms ?? [];
  return (
    <Page
      title={say('morning')}
      lead={say('lead')}
      actions={
        <Button
          leftSection={<Scale size={18} aria-hidden />}
          renderRoot={(props) => (
            <Link
              to={`/sites/${siteId}/reports/reconciliation?from=${yesterday}&to=${yesterday}` as string}
              {...props}
            />
          )}
        >
          {say('reconcile')}
        </Button>
      }
    >
      <Alarms alarms={alarms} />
      {open.isPending && <Waiting />}
      {open.isError && <ReadFailed onRetry={() => void open.refetch()} />}
      {open.data && (
        <>
          {(matters.length > 0 || alarms.length === 0) && <Headline count={matters.length} />}
          <Tiles matters={matters} late={late.data} refused={refusedLately} period={recent} />
          {matters.length > 0 && <Matters matters={matters} />}
        </>
      )}
      <LogCard />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {matters.length > 0 && <AgesChart matters={matters} />}
        {refused.data && <RefusedChart rows={refused.data} period={fortnight} />}
      </SimpleGrid>
    </Page>
  );
}

/** The whole of it in one line; calm when all is well. */
function Headline({ count }: { count: number }) {
  const say = useOverviewWords();
  if (count > 0)
    return (
      <Box role="status">
        <Title order={2} size="h3">
          {say('open', { count })}
        </Title>
      </Box>
    );
  return (
    <Card withBorder padding="lg">
      <Group gap="md" wrap="nowrap">
        <CircleCheckBig size={44} strokeWidth={1.5} aria-hidden color="var(--meaning-balanced)" />
        <Stack gap={2}>
          <Box role="status">
            <Title order={2} size="h3">
              {say('nothingOpen')}
            </Title>
          </Box>
          <Text c="dimmed">{say('nothingOpenHint')}</Text>
        </Stack>
      </Group>
    </Card>
  );
}
