import { Button, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { LANGUAGES, type Language } from '../i18n/languages.js';
import { useLanguage } from '../i18n/strings.js';

/** A page in front of the door: log-in, set-up, an invitation. */
export function Outside({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Countersign`;
  }, [title]);
  return (
    <Center mih="90vh" p="md">
      <Paper component="main" id="page" p="xl" withBorder shadow="sm" w="100%" maw="28rem">
        <Stack>
          <Group gap="sm">
            <img src="/icon.svg" width={36} height={36} alt="" />
            <Text fw={700} size="lg">
              Countersign
            </Text>
          </Group>
          <div>
            <Title order={1} size="h2">
              {title}
            </Title>
            {lead !== undefined && <Text c="dimmed">{lead}</Text>}
          </div>
          {children}
          <LanguageChoice />
        </Stack>
      </Paper>
    </Center>
  );
}

/** Whoever cannot read the page finds their language on it. */
function LanguageChoice() {
  const { language, choose } = useLanguage();
  return (
    <Group gap="xs" justify="center">
      {Object.entries(LANGUAGES).map(([code, name]) => (
        <Button
          key={code}
          lang={code}
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-pressed={code === language}
          td={code === language ? 'underline' : undefined}
          onClick={() => choose(code as Language)}
        >
          {name}
        </Button>
      ))}
    </Group>
  );
}
