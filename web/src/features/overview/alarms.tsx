import { Alert, Button, Stack, Text, Textarea } from '@mantine/core';
import { Siren } from 'lucide-react';
import { useState } from 'react';
import { useDraft } from '../../access/drafts.js';
import { useMay, useSite } from '../../access/site.js';
import { ActDialog } from '../../acts/act-dialog.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import { dateTime } from '../../i18n/format.js';
import type { Alarm } from './reading.js';
import { useOverviewWords } from './words.js';

/** What the program found that a person must look into. Whoever did says what it was, and closes it. */
export function Alarms({ alarms }: { alarms: readonly Alarm[] }) {
  const say = useOverviewWords();
  const may = useMay();
  const { siteId, timeZone } = useSite();
  const [closing, setClosing] = useState<Alarm>();
  return (
    <>
      {alarms.map((alarm) => (
        <Alert
          key={alarm.alarmId}
          role="alert"
          color="red"
          variant="light"
          w="100%"
          icon={<Siren aria-hidden />}
          data-alarm={alarm.kind}
        >
          <Stack gap="xs" align="flex-start">
            <Text fw={600}>{say('alarm', { when: dateTime(alarm.raisedAt, timeZone) })}</Text>
            <Text>{alarm.detail}</Text>
            {alarm.siteId !== siteId && <Text size="sm">{say('alarmOfOrganisation')}</Text>}
            {alarm.siteId === siteId && may('alarm:close') && (
              <Button variant="default" size="sm" h={44} onClick={() => setClosing(alarm)}>
                {say('closeAlarm')}
              </Button>
            )}
          </Stack>
        </Alert>
      ))}
      {closing && <CloseAlarm key={closing.alarmId} alarm={closing} onDone={() => setClosing(undefined)} />}
    </>
  );
}

function CloseAlarm({ alarm, onDone }: { alarm: Alarm; onDone: () => void }) {
  const say = useOverviewWords();
  const { siteId } = useSite();
  const { alarmId } = alarm;
  const draft = useDraft(`close-alarm ${alarmId}`, '');
  const act = useAct({
    name: `close-alarm ${alarmId}`,
    post: (reason: string, key: string) => {
      const params = { path: { siteId, alarmId }, header: { 'Idempotency-Key': key } };
      return answer(api.POST('/api/v1/sites/{siteId}/alarms/{alarmId}/close', { params, body: { reason } }));
    },
    done: () => {
      draft.clear();
      onDone();
    },
  });
  return (
    <ActDialog
      title={say('closeAlarm')}
      lead={alarm.detail}
      button={say('closeAlarm')}
      act={act}
      onSubmit={() => void act.send(draft.value.trim())}
      onClose={onDone}
    >
      <Textarea
        label={say('closeReason')}
        description={say('closeHint')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={draft.value}
        error={fieldWords(act.problem, 'reason')}
        onChange={(event) => draft.set(event.currentTarget.value)}
        data-autofocus
      />
    </ActDialog>
  );
}
