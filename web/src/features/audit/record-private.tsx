import { Alert, Button, Stack, Text } from '@mantine/core';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useAsking } from '../../access/use-asking.js';
import { useMay, useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { Facts } from './facts.js';
import { openPrivate, type LogRecord, bytesOf } from './record-reading.js';
import { useAuditWords } from './words.js';
import { Section } from './section.js';

/** Private values, for who may read patients: sealed until asked for. */
export function PrivateValues({ record }: { record: LogRecord }) {
  const say = useAuditWords();
  const may = useMay();
  const { siteId } = useSite();
  const asking = useAsking();
  const [opened, setOpened] = useState<Readonly<Record<string, string>>>();
  if (!may('patient:read') || !bytesOf(record.bytes).includes('"private":{')) return null;
  const open = async () => {
    const values = await asking.ask(() => openPrivate(siteId, record.seq));
    if (values) setOpened(values);
  };
  return (
    <Section title={say('private')}>
      {opened ? (
        <Facts
          facts={Object.entries(opened).map(([key, value]) => ({ name: say(`text_${key}` as 'text_reason'), value }))}
        />
      ) : (
        <Alert color="petrol" variant="light" icon={<Eye aria-hidden />} className="no-print">
          <Stack gap="sm" align="flex-start">
            <Text>{say('privateLead')}</Text>
            <ActNotes
              act={{ problem: asking.problem, waiting: asking.lost, again: () => void open(), sending: asking.busy }}
            />
            <Button variant="default" onClick={() => void open()} loading={asking.busy}>
              {say('privateShow')}
            </Button>
          </Stack>
        </Alert>
      )}
    </Section>
  );
}
