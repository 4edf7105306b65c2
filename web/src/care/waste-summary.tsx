import { Paper, Table, Text } from '@mantine/core';
import { amount } from '../i18n/format.js';
import { Patient } from './patient.js';
import type { PatientName } from './patient-names.js';
import { useCareWords } from './words.js';

/** What is about to be wasted, in the words that each witness reads before they sign. */
export function WasteSummary(of: {
  readonly patient?: PatientName | undefined;
  readonly room: string;
  readonly product: string;
  readonly amountMg: string;
  readonly volumeMl?: string | undefined;
  readonly devices?: number | undefined;
  readonly containers: readonly string[];
  readonly reason?: string;
}) {
  const say = useCareWords();
  return (
    <Paper withBorder p="sm" mt="xs">
      <Text fw={800} fz={28} lh={1.2}>
        {of.volumeMl !== undefined && `${amount(of.volumeMl, 'mL')} · `}
        {of.devices !== undefined && `${say('devices', { count: of.devices })} · `}
        {amount(of.amountMg, 'mg')}
      </Text>
      <Text fw={600}>{of.product}</Text>
      <Table mt="xs" withRowBorders={false} verticalSpacing={2} horizontalSpacing={0}>
        <Table.Tbody>
          {of.patient && (
            <Row title={say('patient')}>
              <Patient of={of.patient} />
            </Row>
          )}
          <Row title={say('room')}>{of.room}</Row>
          {of.containers.length > 0 && <Row title={say('container')}>{of.containers.join(', ')}</Row>}
          {of.reason !== undefined && of.reason !== '' && <Row title={say('reason')}>{of.reason}</Row>}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Row({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} c="dimmed" w="8rem" style={{ verticalAlign: 'top' }}>
        {title}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}
