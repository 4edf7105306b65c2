import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../access/drafts.js';
import { useMay, useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { HappenedEarlier, JUST_NOW, occurrenceOf, type Earlier } from '../../acts/happened-earlier.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { dateTime, isoDay, timeOfDay } from '../../i18n/format.js';
import { CautionNote } from '../../ui/notes.js';
import { watched, type Session } from './session-state.js';
import { useSessionAct } from './use-session-act.js';
import { useSessionWords } from './words.js';

type Discharge = components['schemas']['DischargeDto'];
type Discharged = components['schemas']['DischargedDto'];

interface Leaving {
  readonly why: string;
  readonly earlier: Earlier;
}
const NOT_YET: Leaving = { why: '', earlier: JUST_NOW };

/** The patient is watched after the dose, then leaves; before that time it needs a reason. It does not wait for the session's end. */
export function DischargeCard({ session, now }: { session: Session; now: number }) {
  const say = useSessionWords();
  const may = useMay();
  const { timeZone } = useSite();
  const { lastDoseAt, dischargedAt, dischargedEarly, observeUntil } = session.observation;
  if (lastDoseAt === undefined || observeUntil === undefined) return null;
  /** Of another day it says which. */
  const told = (at: string) => {
    const isToday = isoDay(new Date(at), timeZone) === isoDay(new Date(now), timeZone);
    return isToday ? timeOfDay(at, timeZone) : dateTime(at, timeZone);
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={say('observation')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {say('observation')}
        </Title>
        <Text>{say('doseEnded', { time: told(lastDoseAt), until: told(observeUntil) })}</Text>
        {dischargedAt !== undefined && (
          <Text fw={600}>
            {say(dischargedEarly ? 'leftEarly' : 'left', { time: dateTime(dischargedAt, timeZone) })}
          </Text>
        )}
        {dischargedAt === undefined && may('session:record') && <Leave session={session} now={now} />}
      </Stack>
    </Paper>
  );
}

function Leave({ session, now }: { session: Session; now: number }) {
  const say = useSessionWords();
  const { siteId, timeZone } = useSite();
  const { sessionId } = session;
  const draft = useDraft<Leaving>(`discharge ${sessionId}`, NOT_YET);
  const { why, earlier } = draft.value;
  const [asked, setAsked] = useState(draft.value !== NOT_YET);
  const isEarly = watched(session, now) === 'watched';
  const act = useSessionAct<Discharge, Discharged>({
    session,
    name: 'discharge',
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/sessions/{sessionId}/discharge', {
          params: { path: { siteId, sessionId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    told: (before, { dischargedAt, dischargedEarly }) => ({
      observation: { ...before.observation, dischargedAt, dischargedEarly },
    }),
    done: draft.clear,
  });
  const send = () =>
    void act.send({
      ...(why.trim() === '' ? {} : { earlyReason: why.trim() }),
      ...occurrenceOf(earlier, timeZone),
    });
  if (isEarly && !asked) {
    return (
      <Group>
        <Button variant="default" onClick={() => setAsked(true)}>
          {say('leavesEarly')}
        </Button>
      </Group>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        {isEarly && (
          <>
            <CautionNote>{say('earlyShows')}</CautionNote>
            <Textarea
              label={say('whyEarly')}
              value={why}
              onChange={({ currentTarget }) => draft.patch({ why: currentTarget.value })}
              error={fieldWords(act.problem, 'earlyReason')}
              maxLength={500}
              autosize
              required
            />
          </>
        )}
        <HappenedEarlier value={earlier} onChange={(next) => draft.patch({ earlier: next })} problem={act.problem} />
        <ActNotes act={act} />
        <Group>
          <Button type="submit" variant="default" loading={act.sending} disabled={act.waiting}>
            {say(isEarly ? 'dischargeEarly' : 'discharge')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
