import { Box, Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { useLedgerNow } from '../../api/ledger-clock.js';
import { usePatientNames, type PatientName } from '../../care/patient-names.js';
import { dateTime } from '../../i18n/format.js';
import { ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { CorrectionDialog } from './correction-dialog.js';
import { DischargeCard } from './discharge.js';
import { DrawStep } from './draw-step.js';
import { EndStep } from './end-step.js';
import { GiveStep } from './give-step.js';
import { InHandBar } from './in-hand-bar.js';
import { Returns } from './returns.js';
import { SessionHead } from './session-head.js';
import { nextStep, STEPS, type Session, type Step } from './session-state.js';
import { SessionTimeline } from './timeline.js';
import { useSession } from './queries.js';
import classes from './steps.module.css';
import { VialsUsed } from './vials-used.js';
import { WasteStep } from './waste-step.js';
import { useSessionWords } from './words.js';

/** A session from its first draw to its end: the next act is open, what is in hand stands at the foot. */
export function SessionPage() {
  const { sessionId } = useParams({ strict: false }) as { sessionId: string };
  // A key of the session: no step, focus or choice of one stays for another.
  return <OneSession key={sessionId} sessionId={sessionId} />;
}

function OneSession({ sessionId }: { sessionId: string }) {
  const say = useSessionWords();
  const read = useSession(sessionId);
  // How many acts were recorded here since the page came: after each the next step opens.
  const [acts, setActs] = useState(0);
  if (read.isPending) return <Waiting />;
  if (read.isError) return <ReadFailed onRetry={() => void read.refetch()} />;
  return (
    <Page title={say('session')}>
      <SessionParts session={read.data} acts={acts} onDone={() => setActs((before) => before + 1)} />
    </Page>
  );
}

function SessionParts({ session, acts, onDone }: { session: Session; acts: number; onDone: () => void }) {
  const may = useMay();
  const now = useLedgerNow();
  const name = usePatientNames([session.patientId]).get(session.patientId);
  const isOpen = session.status === 'open';
  return (
    <>
      <SessionHead of={session} name={name} now={now} />
      {isOpen && may('session:record') && (
        <Steps key={acts} session={session} name={name} comes={acts} onDone={onDone} />
      )}
      {!isOpen && <Ended session={session} />}
      <Returns session={session} onDone={onDone} />
      <DischargeCard session={session} now={now} />
      <VialsUsed session={session} />
      <SessionTimeline session={session} />
      {isOpen && <InHandBar of={session} />}
    </>
  );
}

/**
 * The four steps. The one that is next is open until another is chosen; after an act it is the next one again. What somebody else
 * does to the session meanwhile changes figures, and never the form under a finger.
 */
function Steps({
  session,
  name,
  comes,
  onDone,
}: {
  session: Session;
  name: PatientName | undefined;
  comes: number;
  onDone: () => void;
}) {
  const say = useSessionWords();
  const [step, setStep] = useState<Step>(() => nextStep(session));
  const props = { session, comes, onDone };
  return (
    <Paper withBorder p="md" component="section" aria-label={say('nextAct')}>
      <Stack>
        <SegmentedControl
          fullWidth
          size="md"
          aria-label={say('nextAct')}
          classNames={{ label: classes.step ?? '' }}
          data={STEPS.map((value) => ({ value, label: say(`step_${value}`) }))}
          value={step}
          onChange={(value) => setStep(value as Step)}
        />
        <Box>
          {step === 'draw' && <DrawStep {...props} />}
          {step === 'give' && <GiveStep {...props} />}
          {step === 'waste' && <WasteStep {...props} name={name} />}
          {step === 'end' && <EndStep {...props} />}
        </Box>
      </Stack>
    </Paper>
  );
}

function Ended({ session }: { session: Session }) {
  const say = useSessionWords();
  const may = useMay();
  const { timeZone } = useSite();
  const [reopening, setReopening] = useState(false);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <Text fw={600}>
          {session.endedAt === undefined
            ? say('stateEnded')
            : say('endedAt', { time: dateTime(session.endedAt, timeZone) })}
        </Text>
        {may('correction:record') && (
          <Button variant="default" onClick={() => setReopening(true)}>
            {say('reopenForCorrection')}
          </Button>
        )}
      </Group>
      {reopening && <CorrectionDialog session={session} what={say('reopenWhat')} onClose={() => setReopening(false)} />}
    </Paper>
  );
}
