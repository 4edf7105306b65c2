import { List, Stack, Text, Title } from '@mantine/core';
import { useSite } from '../../access/site.js';
import { amount, dateTime } from '../../i18n/format.js';
import { RecordLink } from '../../records/record-link.js';
import { useTypeWords } from '../../records/record-words.js';
import type { ReconciliationPage } from './reading.js';
import { useReportWords } from './words.js';

/** What somebody who reads the figures must know of the period's borders: what is late, and what was taken back. */
export function Edges({ told }: { told: ReconciliationPage }) {
  const say = useReportWords();
  const typeWords = useTypeWords();
  const { timeZone } = useSite();
  const { lateEntries, reversals } = told;
  if (lateEntries.length + reversals.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('edges')}
      </Title>
      <Text c="dimmed">{say('edgesLead')}</Text>
      {(['happened_before', 'recorded_after', 'within'] as const).map((relation) => {
        const of = lateEntries.filter((entry) => entry.relation === relation);
        if (of.length === 0) return null;
        return (
          <section key={relation}>
            <Text fw={600}>{say(relation)}</Text>
            <List>
              {of.map((entry) => (
                <List.Item key={entry.seq}>
                  <RecordLink seq={entry.seq}>
                    {say('lateTold', {
                      seq: entry.seq,
                      type: typeWords(entry.type),
                      amount: amount(entry.amountMg ?? '0', 'mg'),
                      who: entry.personName ?? entry.personId,
                      happened: dateTime(entry.occurredAt, timeZone),
                      recorded: dateTime(entry.recordedAt, timeZone),
                    })}
                  </RecordLink>
                </List.Item>
              ))}
            </List>
          </section>
        );
      })}
      {reversals.length > 0 && (
        <section>
          <Text fw={600}>{say('reversals')}</Text>
          <List>
            {reversals.map((one) => (
              <List.Item key={one.seq}>
                <RecordLink seq={one.seq}>
                  {say('reversalTold', {
                    seq: one.seq,
                    type: typeWords(one.reversedType),
                    reverses: one.reversesSeq,
                    amount: amount(one.amountMg, 'mg'),
                    who: one.personName ?? one.personId,
                  })}
                </RecordLink>
              </List.Item>
            ))}
          </List>
        </section>
      )}
      {(told.moreLateEntries || told.moreReversals) && <Text>{say('moreInList')}</Text>}
    </Stack>
  );
}
