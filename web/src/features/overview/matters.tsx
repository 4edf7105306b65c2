import { Stack, Text, Title } from '@mantine/core';
import { useSite } from '../../access/site.js';
import { age, dateTime } from '../../i18n/format.js';
import { useNames } from '../../records/names.js';
import { SiteLink } from '../../records/record-link.js';
import { Meaning } from '../../ui/badges.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { ageClass, matterWords, placeOf } from './matter-words.js';
import type { OpenMatter } from './reading.js';
import { useOverviewWords } from './words.js';

/** What is open, the oldest first: what it is, how old, and the way to it. */
export function Matters({ matters }: { matters: readonly OpenMatter[] }) {
  const say = useOverviewWords();
  const names = useNames();
  const { timeZone } = useSite();
  const columns: Column<OpenMatter>[] = [
    {
      key: 'age',
      title: say('age'),
      width: 'minmax(6.5rem, 9rem)',
      cell: ({ ageMinutes }) =>
        ageClass(ageMinutes) === 0 ? age(ageMinutes) : <Meaning is="missing">{age(ageMinutes)}</Meaning>,
    },
    {
      key: 'what',
      title: say('matter'),
      width: 'minmax(0, 3fr)',
      cell: (matter) => (
        <>
          <SiteLink to={placeOf(matter)}>{matterWords(matter, say)}</SiteLink>
          <Text size="sm" c="dimmed">
            {say(`kind_${matter.kind}`)}, {dateTime(matter.since, timeZone)}
          </Text>
        </>
      ),
    },
    { key: 'place', title: say('place'), width: '8rem', wideOnly: true, cell: ({ locationCode }) => locationCode },
    { key: 'who', title: say('who'), width: '8rem', wideOnly: true, cell: ({ personId }) => names.of(personId) },
  ];
  return (
    <Stack gap="xs" id="open">
      <Title order={2} size="h4">
        {say('openMatters')}
      </Title>
      <DataList
        label={say('openMatters')}
        columns={columns}
        rows={matters}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        height="max(65vh, 48rem)"
      />
    </Stack>
  );
}
