import { Stack, Table, Text } from '@mantine/core';
import { amount } from '../../i18n/format.js';
import type { SheetLine } from './sheet.js';
import { useCountsWords } from './words.js';

/** What the second person signs: each line as it was counted. */
export function CountSummary({
  place,
  lines,
  entered,
}: {
  place: string;
  lines: readonly SheetLine[];
  entered: Readonly<Record<string, string>>;
}) {
  const say = useCountsWords();
  return (
    <Stack gap="xs">
      <Text>{say('signSummary', { place })}</Text>
      <Table.ScrollContainer minWidth={280} maxHeight="40vh">
        <Table>
          <Table.Tbody>
            {lines.map((line) => {
              const text = entered[line.id] ?? '';
              const inMl = line.is === 'open' && line.measuredIn === 'mL';
              return (
                <Table.Tr key={line.id}>
                  <Table.Td>
                    {line.is === 'sealed' ? `${line.code}, ${say('sealed')}` : `${line.code}, ${line.container}`}
                  </Table.Td>
                  <Table.Td ta="right">
                    <b>{inMl ? amount(text, 'mL') : `${text} ${say(line.is === 'sealed' ? 'vials' : 'devices')}`}</b>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
