import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useSite } from '../../access/site.js';
import type { components } from '../../api/schema.gen.js';
import { dateTime } from '../../i18n/format.js';
import { RecordLink } from '../../records/record-link.js';
import { Meaning } from '../../ui/badges.js';
import { CautionNote } from '../../ui/notes.js';
import { useErasureWords } from './words.js';

/** What an erasure was answered with. */
export type ErasureDone = components['schemas']['ErasedDto'] & components['schemas']['RecordedAt'];

/** That somebody is forgotten, by which record, and whether something is left. */
export function Erased({ of, onRest, onAnother }: { of: ErasureDone; onRest: () => void; onAnother: () => void }) {
  const say = useErasureWords();
  const { timeZone } = useSite();
  const { seq, recordedAt, recordCount, valueCount, remaining } = of;
  const panel = useRef<HTMLDivElement>(null);
  // The form that had the focus is gone.
  useEffect(() => panel.current?.focus(), []);
  const counts = {
    values: say('values', { count: valueCount }),
    records: say('records', { count: recordCount }),
    when: dateTime(recordedAt, timeZone),
  };
  return (
    <Paper withBorder p="md" role="status" tabIndex={-1} ref={panel} style={{ outline: 'none' }}>
      <Stack align="flex-start">
        <Meaning is="balanced">{say('erased')}</Meaning>
        <Text>{say('erasedWhat', counts)}</Text>
        <Text>
          <RecordLink seq={seq} inText>
            {say('record', { seq })}
          </RecordLink>{' '}
          {say('recordHint')}
        </Text>
        {remaining > 0 && (
          <CautionNote>{say('remaining', { records: say('records', { count: remaining }) })}</CautionNote>
        )}
        <Group>
          {remaining > 0 && <Button onClick={onRest}>{say('eraseRest')}</Button>}
          <Button variant="default" onClick={onAnother}>
            {say('another')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
