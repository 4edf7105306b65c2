import { Table } from '@mantine/core';
import type { components } from '../../api/schema.gen.js';
import { useNames } from '../../records/names.js';
import { SiteLink } from '../../records/record-link.js';
import { quantity } from '../../ui/quantity.js';
import { useAuditWords } from './words.js';

type Line = components['schemas']['LineView'];
type Named = components['schemas']['NamedDto'];

/** What moved: from whom or what, to whom or what. */
export function Lines({ lines, named }: { lines: readonly Line[]; named: readonly Named[] }) {
  const say = useAuditWords();
  const names = useNames();
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table withTableBorder verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('holder')}</Table.Th>
            <Table.Th scope="col">{say('location')}</Table.Th>
            <Table.Th scope="col">{say('product')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {say('amount')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, index) => (
            <Table.Tr key={index}>
              <Table.Td>
                {say(`holder_${line.holder}`)} <Which line={line} named={named} />
              </Table.Td>
              <Table.Td>{names.of(line.locationId)}</Table.Td>
              <Table.Td>{names.of(line.productId)}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {quantity(line)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Which vial, session or discrepancy; of many alike, how many. */
function Which({ line, named }: { line: Line; named: readonly Named[] }) {
  const say = useAuditWords();
  const ids = line.ids ?? [];
  if (ids.length > 1) return <>({say('each', { count: ids.length })})</>;
  const [id] = ids;
  if (id === undefined) return null;
  const label = named.find((one) => one.id === id && one.kind === 'container')?.name;
  if (line.holder === 'container' && label !== undefined)
    return <SiteLink to={`containers/${encodeURIComponent(label)}`}>{label}</SiteLink>;
  if (line.holder === 'in_hand') return <SiteLink to={`sessions/${id}`}>{say('toSession')}</SiteLink>;
  if (line.holder === 'suspense') return <SiteLink to={`discrepancies/${id}`}>{id.slice(-8)}</SiteLink>;
  return null;
}
