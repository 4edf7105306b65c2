import { Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { amount, dateTime } from '../../i18n/format.js';
import { useTypeWords } from '../../records/record-words.js';
import { QrCode } from '../../ui/qr-code.js';
import { meaningKey } from './meanings.js';
import { useReceiptWords } from './words.js';

/** A slip of one act, for paper: what moved, who signed, and the code by which its proof is asked for. */
export function Slip({ receipt }: { receipt: components['schemas']['ActReceipt'] }) {
  const say = useReceiptWords();
  const typeOf = useTypeWords();
  const { siteId, name, timeZone } = useSite();
  const { seq, type, code, leafHash, recordedAt } = receipt;
  const entry = useQuery({
    queryKey: ['entry', siteId, seq],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/entries/{seq}', { params: { path: { siteId, seq } } })),
    // Not every act moved something, and not everybody may read all of it: the slip then has the place in the log alone.
    retry: false,
  });
  return (
    <Paper component="section" withBorder p="lg" aria-label={say('slipOf', { seq })}>
      <Group justify="space-between" align="flex-start" gap="xl">
        <Stack gap={4} maw="30rem">
          <Title order={2} size="h3">
            {typeOf(type)} · {say('number')} {seq}
          </Title>
          <Text>{name}</Text>
          <Text>{dateTime(recordedAt, timeZone)}</Text>
          {entry.data && <Moved entry={entry.data} />}
          <Text size="sm">
            {say('leaf')}: <Code style={{ overflowWrap: 'anywhere' }}>{leafHash}</Code>
          </Text>
        </Stack>
        <QrCode text={code} label={say('qr')} size={180} />
      </Group>
      <Button
        mt="md"
        className="no-print"
        leftSection={<Printer size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {say('print')}
      </Button>
    </Paper>
  );
}

function Moved({ entry }: { entry: components['schemas']['EntryDto'] }) {
  const say = useReceiptWords();
  const nameOf = (id: string) => entry.named.find((one) => one.id === id)?.name ?? id;
  const moved = (entry.lines ?? []).filter(({ amountMg }) => !amountMg.startsWith('-') && amountMg !== '0');
  return (
    <>
      {moved.map(({ productId, amountMg, volumeMl, locationId }, nth) => (
        <Text key={nth} fw={600}>
          {amount(amountMg, 'mg')}
          {volumeMl === undefined ? '' : ` · ${amount(volumeMl, 'mL')}`} · {nameOf(productId)} · {nameOf(locationId)}
        </Text>
      ))}
      <Text>
        {say('signed')}:{' '}
        {entry.actors.map(({ displayName, meaning }) => `${displayName} (${say(meaningKey(meaning))})`).join(', ')}
      </Text>
    </>
  );
}
