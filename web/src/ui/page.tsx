import { Group, Stack, Title, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

/** A page: its title (also of the window, and read out when the page changes), what can be done, and its contents. */
export function Page({
  title,
  lead,
  actions,
  children,
  wide = false,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Countersign`;
  }, [title]);
  useEffect(() => {
    // A new page is told to whoever does not see it; a field that wants the focus has it already.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Stack gap="lg" maw={wide ? undefined : '64rem'} mx="auto" w="100%">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2}>
          <Title order={1} size="h2" tabIndex={-1} ref={heading} style={{ outline: 'none' }}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text c="dimmed" component="div">
              {lead}
            </Text>
          )}
        </Stack>
        {actions !== undefined && (
          <Group gap="sm" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
