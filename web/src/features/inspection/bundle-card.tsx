import { Alert, Anchor, Button, List, Paper, Stack, Text, Title } from '@mantine/core';
import { Download, FileCheck } from 'lucide-react';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { useLanguage } from '../../i18n/strings.js';
import { ReadFailed, Waiting } from '../../ui/notes.js';
import { fileOf, useBundle } from './queries.js';
import { useInspectionWords } from './words.js';

/** The bundle that was just made: when it is ready, how far its file is, and how whoever gets it verifies it. */
export function BundleCard({ bundleId }: { bundleId: string }) {
  const say = useInspectionWords();
  const { siteId } = useSite();
  const { language } = useLanguage();
  const { data, isError, refetch } = useBundle(siteId, bundleId);
  const [asked, setAsked] = useState(false);
  if (isError) return <ReadFailed onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { seq, ready, records, written } = data;
  return (
    <Paper withBorder p="lg" radius="md">
      <Stack gap="md">
        <Title order={2} size="h3">
          {say('made', { seq })}
        </Title>
        <Stack gap="xs" role="status">
          {!ready && (
            <Alert color="yellow" variant="light" title={say('waiting')}>
              {say('waitingLong')}
            </Alert>
          )}
          {ready && <Text>{say('ready', { count: records })}</Text>}
          {written !== undefined && <Text>{say('writing', { written, count: records })}</Text>}
        </Stack>
        {ready && (
          <Button
            component="a"
            href={fileOf(siteId, bundleId, language)}
            download
            size="lg"
            leftSection={<Download size={20} aria-hidden />}
            variant={asked ? 'default' : 'filled'}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => {
              setAsked(true);
              // The file begins to be written now: from here on the page says how far it is.
              setTimeout(() => void refetch(), 300);
            }}
          >
            {say('download')}
          </Button>
        )}
        <Stack gap={4}>
          <Title order={3} size="h4">
            {say('how')}
          </Title>
          <List type="ordered">
            <List.Item>{say('how1')}</List.Item>
            <List.Item>{say('how2')}</List.Item>
            <List.Item>{say('how3')}</List.Item>
          </List>
          <Anchor href="/verify.html" target="_blank" rel="noreferrer">
            <FileCheck size={16} aria-hidden style={{ verticalAlign: 'text-bottom' }} /> {say('verifier')}
          </Anchor>
        </Stack>
      </Stack>
    </Paper>
  );
}
