import { Stack, Table, Text } from '@mantine/core';
import type { Location, Product, Supplier } from '../../api/catalog.js';
import { day } from '../../i18n/format.js';
import { NEW_SUPPLIER, open, type DeliveryDraft } from './draft.js';
import { Difference } from './line-card.js';
import { freshness } from './lines.js';
import { useReceivingWords } from './words.js';

/** What the second person signs: every lot of the delivery, counted and invoiced. */
export function DeliverySummary({
  draft,
  suppliers,
  locations,
  byId,
  today,
}: {
  draft: DeliveryDraft;
  suppliers: readonly Supplier[];
  locations: readonly Location[];
  byId: ReadonlyMap<string, Product>;
  today: string;
}) {
  const say = useReceivingWords();
  const supplier =
    draft.supplierId === NEW_SUPPLIER
      ? draft.typed.name
      : (suppliers.find(({ supplierId }) => supplierId === draft.supplierId)?.name ?? '');
  const place = locations.find(({ locationId }) => locationId === draft.locationId)?.name ?? '';
  return (
    <Stack gap="xs">
      <Text>{say('signSummary', { invoice: draft.invoice, supplier, place })}</Text>
      <Table.ScrollContainer minWidth={320} maxHeight="40vh">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('product')}</Table.Th>
              <Table.Th>{say('lot')}</Table.Th>
              <Table.Th ta="right">{say('counted')}</Table.Th>
              <Table.Th ta="right">{say('invoiced')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {open(draft).map((line) => (
              <Table.Tr key={line.key}>
                <Table.Td>{byId.get(line.productId)?.code}</Table.Td>
                <Table.Td>
                  {line.lotNumber}
                  <Text size="sm" c="dimmed">
                    {say('expires')} {line.expiresOn && day(line.expiresOn)}
                    {freshness(line.expiresOn, today) === 'expired' ? ` · ${say('expired')}` : ''}
                  </Text>
                  {String(line.counted) !== line.invoiced && <Difference line={line} />}
                </Table.Td>
                <Table.Td ta="right">{line.counted}</Table.Td>
                <Table.Td ta="right">{line.invoiced}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
