import { Group, SegmentedControl, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMay, useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { age, amount, dateTime } from '../../i18n/format.js';
import { SiteLink } from '../../records/record-link.js';
import { Meaning } from '../../ui/badges.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useUrlState } from '../../ui/url-state.js';
import { useDiscrepancyWords } from './words.js';

type Discrepancy = components['schemas']['DiscrepancyDto'];
const DAY_HOURS = 24;

/** The register: what is open and how old, then what is resolved. */
export function DiscrepanciesPage() {
  const say = useDiscrepancyWords();
  const may = useMay();
  const [{ status = 'open' }, set] = useUrlState(['status']);
  const columns = useColumns();
  const list = useDiscrepancies(status === 'open');
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={may('report:read') && <SiteLink to="reports/discrepancies">{say('print')}</SiteLink>}
    >
      <Group>
        <SegmentedControl
          aria-label={say('status')}
          size="md"
          value={status}
          onChange={(next) => set({ status: next })}
          data={[
            { value: 'open', label: say('open') },
            { value: 'all', label: say('all') },
          ]}
        />
      </Group>
      {list.isPending && <Waiting />}
      {list.isError && <ReadFailed onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Empty title={say('none')}>{say('noneHint')}</Empty>}
      {rows.length > 0 && (
        <DataList
          label={say('title')}
          columns={columns}
          rows={rows}
          rowKey={({ discrepancyId }) => discrepancyId}
          more={list.hasNextPage}
          onEnd={() => void (list.isFetchingNextPage || list.fetchNextPage())}
        />
      )}
    </Page>
  );
}

function useDiscrepancies(onlyOpen: boolean) {
  const { siteId } = useSite();
  return useInfiniteQuery({
    queryKey: ['discrepancies', siteId, onlyOpen],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const query = {
        limit: 100,
        ...(onlyOpen ? { status: 'open' as const } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return answer(api.GET('/api/v1/sites/{siteId}/discrepancies', { params: { path: { siteId }, query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

function useColumns(): readonly Column<Discrepancy>[] {
  const say = useDiscrepancyWords();
  const { timeZone } = useSite();
  return [
    {
      key: 'age',
      title: say('age'),
      width: 'minmax(6rem, 8rem)',
      cell: ({ ageHours, status }) =>
        status === 'open' && ageHours >= DAY_HOURS ? (
          <Meaning is="missing">{age(ageHours * 60)}</Meaning>
        ) : (
          age(ageHours * 60)
        ),
    },
    {
      key: 'what',
      title: say('what'),
      width: 'minmax(0, 2fr)',
      cell: (row) => (
        <>
          <SiteLink to={`discrepancies/${row.discrepancyId}`}>
            {[row.productCode, row.container].filter(Boolean).join(', ')}
          </SiteLink>
          <Text size="sm" c="dimmed">
            {dateTime(row.openedAt, timeZone)} {say('by', { who: row.openedByName })}
          </Text>
        </>
      ),
    },
    { key: 'place', title: say('place'), width: '7rem', wideOnly: true, cell: ({ locationCode }) => locationCode },
    { key: 'found', title: say('found'), width: '8rem', wideOnly: true, cell: ({ kind }) => say(`kind_${kind}`) },
    {
      key: 'variance',
      title: say('variance'),
      width: 'minmax(5rem, 8rem)',
      numeric: true,
      cell: ({ varianceMg }) => amount(varianceMg, 'mg'),
    },
  ];
}
