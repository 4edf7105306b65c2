import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Download, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { useAsking } from '../../access/use-asking.js';
import { ActNotes } from '../../acts/act-notes.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { dateTime } from '../../i18n/format.js';
import { save } from '../../paper/exported.js';
import { useTypeWords } from '../../records/record-words.js';
import { DataList } from '../../ui/data-list.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { meaningKey } from './meanings.js';
import { Slip } from './slip.js';
import { useReceiptWords } from './words.js';

type Receipt = components['schemas']['ActReceipt'];

/** One's own acts and signatures at this site: the proof of each to keep, and a slip of it to print. */
export function ReceiptsPage() {
  const say = useReceiptWords();
  const typeOf = useTypeWords();
  const { siteId, timeZone } = useSite();
  const [shown, setShown] = useState<Receipt>();
  const receipts = useInfiniteQuery({
    queryKey: ['my-receipts', siteId],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/sites/{siteId}/my-receipts', {
          params: { path: { siteId }, query: { limit: 100, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const rows = receipts.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={say('title')} lead={say('lead')}>
      {receipts.isPending && <Waiting />}
      {receipts.isError && <ReadFailed onRetry={() => void receipts.refetch()} />}
      {shown && <Slip key={shown.seq} receipt={shown} />}
      {receipts.isSuccess && rows.length === 0 && <Empty title={say('none')}>{say('noneHint')}</Empty>}
      {rows.length > 0 && (
        <div className="no-print">
          <DataList
            label={say('title')}
            rows={rows}
            rowKey={({ seq, meaning }) => `${seq}/${meaning}`}
            more={receipts.hasNextPage}
            onEnd={() => {
              if (!receipts.isFetchingNextPage) void receipts.fetchNextPage();
            }}
            columns={[
              { key: 'number', title: say('number'), width: '5.5rem', cell: ({ seq }) => seq },
              { key: 'what', title: say('what'), cell: ({ type }) => typeOf(type) },
              { key: 'as', title: say('as'), wideOnly: true, cell: ({ meaning }) => say(meaningKey(meaning)) },
              {
                key: 'when',
                title: say('when'),
                wideOnly: true,
                cell: ({ recordedAt }) => dateTime(recordedAt, timeZone),
              },
              {
                key: 'keep',
                title: say('keep'),
                width: 'minmax(9rem, 16rem)',
                cell: (receipt) => <Keep receipt={receipt} onSlip={() => setShown(receipt)} />,
              },
            ]}
          />
        </div>
      )}
    </Page>
  );
}

function Keep({ receipt, onSlip }: { receipt: Receipt; onSlip: () => void }) {
  const say = useReceiptWords();
  const { siteId } = useSite();
  const asking = useAsking();
  const { seq, proved } = receipt;
  const download = async () => {
    const text = await asking.ask(() =>
      answer(api.GET('/api/v1/sites/{siteId}/log/{seq}/proof', { params: { path: { siteId, seq } }, parseAs: 'text' })),
    );
    if (text !== undefined) save({ name: `record-${seq}.tlog-proof`, text: String(text), type: 'text/plain' });
  };
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="sm"
        leftSection={<Download size={16} aria-hidden />}
        aria-label={say('proofOf', { seq })}
        loading={asking.busy}
        disabled={!proved}
        onClick={() => void download()}
      >
        {proved ? say('proof') : say('notYet')}
      </Button>
      <Button
        variant="default"
        size="sm"
        leftSection={<ReceiptText size={16} aria-hidden />}
        aria-label={say('slipOf', { seq })}
        onClick={onSlip}
      >
        {say('slip')}
      </Button>
      <ActNotes
        act={{ problem: asking.problem, waiting: asking.lost, again: () => void download(), sending: asking.busy }}
      />
    </Group>
  );
}
