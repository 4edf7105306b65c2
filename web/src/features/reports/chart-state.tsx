import { Card, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ReadFailed, Waiting } from '../../ui/notes.js';
import { useReportWords } from './words.js';

/** A picture, or why there is none. */
export function ChartState(of: {
  title: string;
  read: { readonly isPending: boolean; readonly isError: boolean; readonly refetch: () => unknown };
  empty: boolean;
  children: ReactNode;
}) {
  const say = useReportWords();
  if (!of.read.isPending && !of.read.isError && !of.empty) return of.children;
  return (
    <Card withBorder padding="lg">
      <Title order={2} size="h4">
        {of.title}
      </Title>
      {of.read.isError && <ReadFailed onRetry={() => void of.read.refetch()} />}
      {of.read.isPending && <Waiting />}
      {!of.read.isPending && !of.read.isError && <Text c="dimmed">{say('chart_none')}</Text>}
    </Card>
  );
}
