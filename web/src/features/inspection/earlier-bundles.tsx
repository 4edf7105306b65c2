import { Anchor, Stack, Table, Title } from '@mantine/core';
import { useSite } from '../../access/site.js';
import { dateTime } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/strings.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { fileOf, useBundles } from './queries.js';
import { useInspectionWords } from './words.js';

/** What left the site before: each can be had again, and says the same. */
export function EarlierBundles() {
  const say = useInspectionWords();
  const { siteId, timeZone } = useSite();
  const { language } = useLanguage();
  const { data, isError, refetch } = useBundles(siteId);
  if (isError) return <ReadFailed onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {say('earlier')}
      </Title>
      {data.length === 0 ? (
        <Empty title={say('none')} />
      ) : (
        <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say('when')}</Table.Th>
                <Table.Th>{say('what')}</Table.Th>
                <Table.Th>{say('seen')}</Table.Th>
                <Table.Th>{say('file')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map(({ bundleId, seq, recordedAt, selection, shown }) => (
                <Table.Tr key={bundleId}>
                  <Table.Td>{dateTime(recordedAt, timeZone)}</Table.Td>
                  <Table.Td>{say(`kind_${selection.kind}`)}</Table.Td>
                  <Table.Td>{say(shown)}</Table.Td>
                  <Table.Td>
                    <Anchor href={fileOf(siteId, bundleId, language)} download aria-label={`${say('download')} ${seq}`}>
                      {say('download')}
                    </Anchor>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}
