import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ClipboardCheck, Printer } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { useLocations } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { amount, dateTime } from '../../i18n/format.js';
import { Meaning } from '../../ui/badges.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useCountsWords } from './words.js';

const LabelsDialog = lazy(() => import('../../ui/labels/labels-dialog.js'));

type Count = components['schemas']['CountListedDto'];

/** What was counted, the last first, and whether it agreed. By how much is for who reads reports: the next count is blind too. */
export function CountsPage() {
  const say = useCountsWords();
  const may = useMay();
  const { siteId, name } = useSite();
  const { inUse } = useLocations(siteId);
  const [printing, setPrinting] = useState(false);
  const counts = useInfiniteQuery({
    queryKey: ['counts', siteId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/sites/{siteId}/counts', {
          params: { path: { siteId }, query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const rows = counts.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  return (
    <Page
      title={say('counts')}
      wide
      actions={
        <>
          <Button
            variant="default"
            leftSection={<Printer size={18} aria-hidden />}
            onClick={() => setPrinting(true)}
            disabled={inUse.length === 0}
          >
            {say('placeLabels')}
          </Button>
          {may('count:record') && (
            <Button
              leftSection={<ClipboardCheck size={18} aria-hidden />}
              renderRoot={(props) => <Link to={`/sites/${siteId}/counts/new` as string} {...props} />}
            >
              {say('newCount')}
            </Button>
          )}
        </>
      }
    >
      {counts.isPending && <Waiting />}
      {counts.isError && <ReadFailed onRetry={() => void counts.refetch()} />}
      {counts.isSuccess && rows.length === 0 && <Empty title={say('none')}>{say('noneHint')}</Empty>}
      {rows.length > 0 && (
        <DataList
          label={say('counts')}
          columns={columns}
          rows={rows}
          rowKey={({ countId }) => countId}
          more={counts.hasNextPage}
          onEnd={() => void (counts.isFetchingNextPage || counts.fetchNextPage())}
        />
      )}
      {printing && (
        <Suspense>
          <LabelsDialog
            labels={inUse.map((one) => ({ code: one.code, lines: [one.name, name] }))}
            onClose={() => setPrinting(false)}
          />
        </Suspense>
      )}
    </Page>
  );
}

function useColumns(): readonly Column<Count>[] {
  const say = useCountsWords();
  const may = useMay();
  const { timeZone } = useSite();
  return [
    { key: 'when', title: say('when'), cell: ({ countedAt }) => dateTime(countedAt, timeZone) },
    { key: 'place', title: say('place'), width: 'minmax(0, 0.7fr)', cell: ({ locationCode }) => locationCode },
    {
      key: 'what',
      title: say('what'),
      cell: ({ productCode, container }) => (
        <>
          {productCode}
          <Text size="sm" c="dimmed">
            {container ?? say('sealed')}
          </Text>
        </>
      ),
    },
    {
      key: 'counted',
      title: say('counted'),
      numeric: true,
      width: 'minmax(0, 0.6fr)',
      cell: ({ countedContainers, measuredVolumeMl, deviceCount }) =>
        measuredVolumeMl === undefined ? (countedContainers ?? deviceCount) : amount(measuredVolumeMl, 'mL'),
    },
    {
      key: 'result',
      title: say('result'),
      width: 'minmax(0, 0.9fr)',
      cell: (count) => (
        <>
          <Meaning is={count.withinTolerance ? 'balanced' : 'missing'}>
            {say(count.withinTolerance ? 'listAgrees' : 'listDiffers')}
          </Meaning>
          {may('report:read') && !count.withinTolerance && (
            <Text size="sm">{signed(count.varianceContainers?.toString() ?? amount(count.varianceMg, 'mg'))}</Text>
          )}
        </>
      ),
    },
    { key: 'by', title: say('by'), wideOnly: true, cell: ({ countedByName }) => countedByName },
  ];
}

function signed(difference: string): string {
  return difference.startsWith('-') ? difference.replace('-', '−') : `+${difference}`;
}
