import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {lead !== undefined && <Text c="dimmed">{lead}</Text>}
      {children}
    </Stack>
  );
}
