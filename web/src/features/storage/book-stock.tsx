import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import { amount, day, wholeNumber } from '../../i18n/format.js';
import { ReadFailed } from '../../ui/notes.js';
import { useStorageWords } from './words.js';

/** What the book says is where, for who reads reports, when they ask: the report is recorded as read. */
export function BookStock({ location, product }: { location: string | undefined; product: string | undefined }) {
  const say = useStorageWords();
  const { siteId } = useSite();
  const [asked, setAsked] = useState(false);
  const book = useQuery({
    queryKey: ['book-stock', siteId, location, product],
    enabled: asked,
    staleTime: 'static',
    gcTime: 0,
    queryFn: () =>
      answer(
        api.GET('/api/v1/sites/{siteId}/reports/stock', {
          params: {
            path: { siteId },
            query: {
              limit: 200,
              ...(location === undefined ? {} : { locationId: location }),
              ...(product === undefined ? {} : { productId: product }),
            },
          },
        }),
      ),
  });
  if (!asked)
    return (
      <Group gap="sm">
        <Button variant="default" leftSection={<BookOpen size={18} aria-hidden />} onClick={() => setAsked(true)}>
          {say('askBook')}
        </Button>
        <Text size="sm" c="dimmed">
          {say('askBookHint')}
        </Text>
      </Group>
    );
  if (book.isError) return <ReadFailed onRetry={() => void book.refetch()} />;
  return (
    <Paper component="section" withBorder p="md" aria-label={say('bookStock')}>
      <Title order={2} size="h4">
        {say('bookStock')}
      </Title>
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('place')}</Table.Th>
              <Table.Th>{say('product')}</Table.Th>
              <Table.Th>{say('lot')}</Table.Th>
              <Table.Th ta="right">{say('containersCount')}</Table.Th>
              <Table.Th ta="right">{say('openCount')}</Table.Th>
              <Table.Th ta="right">{say('amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {book.data?.items.map((row) => (
              <Table.Tr key={`${row.locationId} ${row.lotId}`}>
                <Table.Td>{row.locationCode}</Table.Td>
                <Table.Td>{row.productCode}</Table.Td>
                <Table.Td>
                  {row.lotNumber}
                  <Text size="sm" c="dimmed">
                    {say('expires', { day: day(row.expiresOn) })}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{wholeNumber(row.sealedContainers)}</Table.Td>
                <Table.Td ta="right">{wholeNumber(row.openContainers)}</Table.Td>
                <Table.Td ta="right">{amount(row.bookMg, 'mg')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
