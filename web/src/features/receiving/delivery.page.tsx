import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Printer, Tags } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { useProducts, type Product } from '../../api/catalog.js';
import { dateTime, day } from '../../i18n/format.js';
import { CautionNote, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { strength } from '../../ui/strength.js';
import type { Label } from '../../ui/labels/label-sheet.js';
import { Difference } from './line-card.js';
import { useDelivery, type ReceiptDetails } from './queries.js';
import { useReceivingWords } from './words.js';

const LabelsDialog = lazy(() => import('../../ui/labels/labels-dialog.js'));

/** A delivery that was recorded: its lots, counted against invoiced, and its labels to be printed, now or again. */
export function DeliveryPage() {
  const say = useReceivingWords();
  const { siteId, timeZone } = useSite();
  const { receiptId } = useParams({ strict: false }) as { receiptId: string };
  const { new: justNow } = useSearch({ strict: false }) as { new?: number };
  const { byId } = useProducts(siteId);
  const delivery = useDelivery(siteId, receiptId);
  const [labels, setLabels] = useState<readonly Label[]>();
  const receipts = delivery.data ?? [];
  const [first] = receipts;
  if (delivery.isError) return <ReadFailed onRetry={() => void delivery.refetch()} />;
  if (!first) return <Waiting />;
  const labelsOf = (some: readonly ReceiptDetails[]) =>
    some.flatMap((receipt) => receiptLabels(receipt, byId.get(receipt.productId), say));
  const all = labelsOf(receipts);
  return (
    <Page
      title={say('delivery', { invoice: first.invoice })}
      lead={
        <>
          <div>{say('deliveryOf', { supplier: first.supplierName, dea: first.supplierDeaNumber })}</div>
          <div>{say('receivedAt', { when: dateTime(first.receivedAt, timeZone) })}</div>
        </>
      }
      actions={
        <Button
          size={justNow ? 'lg' : 'md'}
          leftSection={<Printer size={18} aria-hidden />}
          onClick={() => setLabels(all)}
          disabled={all.length === 0}
          autoFocus={Boolean(justNow)}
        >
          {say('labels', { count: all.length })}
        </Button>
      }
    >
      {justNow && (
        <Alert color="petrol" variant="light" icon={<Tags aria-hidden />}>
          <Text>{say('labelsHint')}</Text>
        </Alert>
      )}
      {receipts.some(({ countedCount, invoicedCount }) => countedCount !== invoicedCount) && (
        <CautionNote>{say('discrepancyLead')}</CautionNote>
      )}
      {receipts.map((receipt) => (
        <ReceiptCard
          key={receipt.receiptId}
          receipt={receipt}
          product={byId.get(receipt.productId)}
          onLabels={() => setLabels(labelsOf([receipt]))}
        />
      ))}
      {labels && (
        <Suspense>
          <LabelsDialog labels={labels} onClose={() => setLabels(undefined)} />
        </Suspense>
      )}
    </Page>
  );
}

type Say = ReturnType<typeof useReceivingWords>;

function receiptLabels(receipt: ReceiptDetails, product: Product | undefined, say: Say): Label[] {
  const { productCode, lotNumber, expiresOn } = receipt;
  return receipt.containers.map(({ label }) => ({
    code: label,
    lines: [
      product ? `${productCode} ${strength(product)}` : productCode,
      ...(product ? [product.name] : []),
      `${say('lot')} ${lotNumber}`,
      `${say('expires')} ${day(expiresOn)}`,
    ],
  }));
}

function ReceiptCard({
  receipt,
  product,
  onLabels,
}: {
  receipt: ReceiptDetails;
  product: Product | undefined;
  onLabels: () => void;
}) {
  const say = useReceivingWords();
  const { siteId } = useSite();
  const may = useMay();
  const { productCode, productName, lotNumber, expiresOn, countedCount, invoicedCount, containers, seq } = receipt;
  return (
    <Paper component="section" withBorder p="md" aria-label={`${productCode} ${lotNumber}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={2} size="h4">
              {productCode}
            </Title>
            <Text>
              {productName} {product && `· ${strength(product)}`}
            </Text>
            <Text fw={600}>{say('lotLine', { lot: lotNumber, day: day(expiresOn) })}</Text>
          </div>
          {containers.length > 0 && (
            <Button variant="default" leftSection={<Printer size={18} aria-hidden />} onClick={onLabels}>
              {say('labels', { count: containers.length })}
            </Button>
          )}
        </Group>
        <Group gap="lg">
          <Text>
            {say('counted')} <b>{countedCount}</b> · {say('invoiced')} <b>{invoicedCount}</b> · {say('toWhere')}{' '}
            {receipt.locationCode}
          </Text>
          <Difference line={{ counted: countedCount, invoiced: String(invoicedCount) }} recorded />
        </Group>
        {receipt.discrepancyId !== undefined && may('discrepancy:read') && (
          <Anchor renderRoot={(props) => <Link to={`/sites/${siteId}/discrepancies` as string} {...props} />}>
            {say('discrepancy')}: {say(`disc_${receipt.discrepancyStatus ?? 'open'}`)}
          </Anchor>
        )}
        <Group
          component="ul"
          gap="xs"
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
          aria-label={say('containers', { count: containers.length })}
        >
          {containers.map(({ containerId, label }) => (
            <li key={containerId}>
              <Anchor
                ff="monospace"
                renderRoot={(props) => <Link to={`/sites/${siteId}/containers/${label}` as string} {...props} />}
                style={{ display: 'inline-block', padding: '0.5rem 0.25rem' }}
              >
                {label}
              </Anchor>
            </li>
          ))}
        </Group>
        <Text size="sm" c="dimmed">
          {say('record', { seq })}
        </Text>
      </Stack>
    </Paper>
  );
}
