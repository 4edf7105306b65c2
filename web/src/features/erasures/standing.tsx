import { List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useSite } from '../../access/site.js';
import { day, dayOf } from '../../i18n/format.js';
import type { components } from '../../api/schema.gen.js';
import { Meaning } from '../../ui/badges.js';
import { useErasureWords } from './words.js';

/** What the ledger says of an erasure before it is done. */
export type Erasable = components['schemas']['ErasableDto'];

const GOES = ['details', 'words', 'searches'] as const;
const STAYS = ['amounts', 'people', 'proofs'] as const;

/** Whether a patient may be forgotten, from which day on and why; and what would go, and what stays. */
export function Standing({ of }: { of: Erasable }) {
  const say = useErasureWords();
  const { timeZone } = useSite();
  const { allowed, recordCount, valueCount, retentionYears, lastRecordAt, erasableFrom } = of;
  const told = {
    day: day(erasableFrom),
    last: dayOf(lastRecordAt, timeZone),
    years: say('years', { count: retentionYears }),
  };
  const is = !allowed ? 'notYet' : recordCount === 0 ? 'nothingLeft' : 'allowed';
  const counts = {
    values: say('values', { count: valueCount }),
    records: say('records', { count: recordCount }),
  };
  return (
    <Stack>
      <Stack gap="xs" align="flex-start" role="status">
        <Meaning is={allowed ? 'balanced' : 'missing'}>{say(is, told)}</Meaning>
        <Text>{say(`${is}Why`, told)}</Text>
      </Stack>
      {is !== 'nothingLeft' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Listed
            title={say('goes')}
            count={say('goesCount', counts)}
            lines={GOES.map((what) => say(`goes_${what}`))}
          />
          <Listed title={say('stays')} lines={STAYS.map((what) => say(`stays_${what}`))} />
        </SimpleGrid>
      )}
    </Stack>
  );
}

function Listed({ title, count, lines }: { title: string; count?: string; lines: readonly string[] }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        {count !== undefined && <Text fw={600}>{count}</Text>}
        <List spacing="xs">
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}
