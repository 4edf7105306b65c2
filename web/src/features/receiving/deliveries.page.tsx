import { Anchor, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PackagePlus } from 'lucide-react';
import { useState } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { useSuppliers } from '../../api/catalog.js';
import { dateTime, day } from '../../i18n/format.js';
import { Meaning } from '../../ui/badges.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useReceipts, type Receipt, type ReceiptFilter } from './queries.js';
import { useReceivingWords } from './words.js';

/** What was delivered, lot by lot, the last first, and whether it is what was invoiced. */
export function DeliveriesPage() {
  const say = useReceivingWords();
  const { siteId } = useSite();
  const may = useMay();
  const [filter, setFilter] = useState<ReceiptFilter>({});
  const receipts = useReceipts(siteId, filter);
  const rows = receipts.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns(siteId);
  const isFiltered = Object.keys(filter).length > 0;
  const newOne = may('receipt:record') && (
    <Button
      leftSection={<PackagePlus size={18} aria-hidden />}
      renderRoot={(props) => <Link to={`/sites/${siteId}/deliveries/new` as string} {...props} />}
    >
      {say('receive')}
    </Button>
  );
  return (
    <Page title={say('deliveries')} actions={newOne} wide>
      {(rows.length > 0 || isFiltered) && <Filters siteId={siteId} filter={filter} onFilter={setFilter} />}
      {receipts.isPending && <Waiting />}
      {receipts.isError && <ReadFailed onRetry={() => void receipts.refetch()} />}
      {receipts.isSuccess && rows.length === 0 && (
        <Empty title={say(isFiltered ? 'noneFiltered' : 'none')}>{isFiltered ? undefined : say('noneHint')}</Empty>
      )}
      {rows.length > 0 && (
        <DataList
          label={say('deliveries')}
          columns={columns}
          rows={rows}
          rowKey={({ receiptId }) => receiptId}
          more={receipts.hasNextPage}
          onEnd={() => void (receipts.isFetchingNextPage || receipts.fetchNextPage())}
        />
      )}
    </Page>
  );
}

function useColumns(siteId: string): readonly Column<Receipt>[] {
  const say = useReceivingWords();
  const { timeZone } = useSite();
  return [
    {
      key: 'invoice',
      title: say('invoice'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ receiptId, invoice }) => (
        <Anchor renderRoot={(props) => <Link to={`/sites/${siteId}/deliveries/${receiptId}` as string} {...props} />}>
          {invoice}
        </Anchor>
      ),
    },
    { key: 'when', title: say('received'), wideOnly: true, cell: ({ receivedAt }) => dateTime(receivedAt, timeZone) },
    { key: 'from', title: say('from'), wideOnly: true, cell: ({ supplierName }) => supplierName },
    {
      key: 'lot',
      title: say('product'),
      cell: ({ productCode, lotNumber }) => `${productCode} · ${lotNumber}`,
    },
    { key: 'expires', title: say('expires'), wideOnly: true, width: '9rem', cell: ({ expiresOn }) => day(expiresOn) },
    {
      key: 'counted',
      title: say('counted'),
      numeric: true,
      width: '6rem',
      cell: ({ countedCount }) => countedCount,
    },
    {
      key: 'difference',
      title: say('difference'),
      width: 'minmax(0, 1.1fr)',
      cell: ({ countedCount, invoicedCount, discrepancyStatus }) =>
        countedCount === invoicedCount ? (
          <Meaning is="balanced">{say('agrees')}</Meaning>
        ) : (
          <Meaning is={discrepancyStatus === 'resolved' ? 'hand' : 'missing'}>
            {`${countedCount > invoicedCount ? '+' : '−'}${Math.abs(countedCount - invoicedCount)}${
              discrepancyStatus ? ` · ${say(`disc_${discrepancyStatus}`)}` : ''
            }`}
          </Meaning>
        ),
    },
  ];
}

function Filters({
  siteId,
  filter,
  onFilter,
}: {
  siteId: string;
  filter: ReceiptFilter;
  onFilter: (filter: ReceiptFilter) => void;
}) {
  const say = useReceivingWords();
  const { suppliers } = useSuppliers(siteId);
  const [invoice, setInvoice] = useState(filter.invoice ?? '');
  const become = (some: Record<keyof ReceiptFilter, string> | Partial<Record<keyof ReceiptFilter, string>>) =>
    onFilter(
      Object.fromEntries(Object.entries({ ...filter, ...some }).filter(([, wanted]) => wanted !== '')) as ReceiptFilter,
    );
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={say('supplier')}
        data={[
          { value: '', label: say('anySupplier') },
          ...suppliers.map(({ supplierId, name }) => ({ value: supplierId, label: name })),
        ]}
        value={filter.supplierId ?? ''}
        onChange={(event) => become({ supplierId: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('show')}
        data={[
          { value: '', label: say('all') },
          { value: 'differs', label: say('onlyDiffering') },
          { value: 'agrees', label: say('onlyAgreeing') },
        ]}
        value={filter.counted ?? ''}
        onChange={(event) => become({ counted: event.currentTarget.value })}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          become({ invoice: invoice.trim() });
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            label={say('findInvoice')}
            value={invoice}
            onChange={(event) => setInvoice(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {say('find')}
          </Button>
        </Group>
      </form>
    </Group>
  );
}
