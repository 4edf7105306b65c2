import { Box, Button, Card, Code, Progress, Stack, Text, Title } from '@mantine/core';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useMay, useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import type { components } from '../../api/schema.gen.js';
import { dateTime, wholeNumber } from '../../i18n/format.js';
import { Witnesses } from '../../proof/witnesses.js';
import { useProofWords } from '../../proof/words.js';
import { SiteLink } from '../../records/record-link.js';
import { Meaning } from '../../ui/badges.js';
import { Empty, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useOutcome, useVerification, useVerifications, type Ended } from './verifications.js';
import { useAuditWords } from './words.js';

type Verification = components['schemas']['VerificationDto'];

/** Verifies the log in sight of whoever asks: real progress, then the result in plain words; the last one stays. */
export function VerificationPage() {
  const say = useAuditWords();
  const may = useMay();
  const { act, verification, running } = useVerification();
  const earlier = useVerifications();
  const [last, ...others] = earlier.data ?? [];
  return (
    <Page
      title={say('verification')}
      lead={say('verificationLead')}
      actions={
        may('log:verify') && (
          <Button
            leftSection={<ShieldCheck size={18} aria-hidden />}
            loading={act.sending || running}
            onClick={() => void act.send({})}
          >
            {say('verifyNow')}
          </Button>
        )
      }
    >
      <ActNotes act={act} />
      {running && <Running verification={verification} />}
      {!running && verification?.status === 'interrupted' && <Text role="alert">{say('interrupted')}</Text>}
      {earlier.isPending && <Waiting />}
      {!running && earlier.data && !last && <Empty title={say('never')}>{say('neverHint')}</Empty>}
      {!running && last && <Last ended={last} />}
      {may('alarm:read') && <WitnessesCard />}
      {others.length > 0 && <Earlier all={others} />}
    </Page>
  );
}

/** Verifying here proves that the log is one story; that it is the same for everybody, only others can say. */
function WitnessesCard() {
  const say = useProofWords();
  const { siteId, timeZone } = useSite();
  return (
    <Card withBorder padding="lg" component="section" aria-label={say('witnesses')}>
      <Title order={2} size="h4">
        {say('witnesses')}
      </Title>
      <Text c="dimmed" mb="md">
        {say('lead')}
      </Text>
      <Witnesses siteId={siteId} timeZone={timeZone} />
    </Card>
  );
}

function Running({ verification }: { verification: Verification | undefined }) {
  const say = useAuditWords();
  const { done = 0, size = 0 } = verification ?? {};
  const words = size === 0 ? say('starting') : say('progress', { done: wholeNumber(done), size: wholeNumber(size) });
  return (
    <Card withBorder padding="lg">
      <Title order={2} size="h4" mb="sm">
        {say('verifying')}
      </Title>
      <Progress.Root size="xl" transitionDuration={0}>
        <Progress.Section
          value={size === 0 ? 0 : (100 * done) / size}
          role="progressbar"
          aria-label={say('verifying')}
          aria-valuetext={words}
          aria-valuemin={0}
          aria-valuemax={100}
        />
      </Progress.Root>
      <Text mt="sm" role="status">
        {words}
      </Text>
    </Card>
  );
}

/** The newest result, with its date: it stays until there is a newer one. */
function Last({ ended }: { ended: Ended }) {
  const say = useAuditWords();
  const { timeZone } = useSite();
  const { data: outcome } = useOutcome(ended.verificationId);
  const Icon = ended.verified ? ShieldCheck : ShieldAlert;
  return (
    <Card withBorder padding="lg" component="section" aria-label={say('lastVerification')}>
      <Stack gap="sm" align="flex-start">
        <Icon
          size={48}
          strokeWidth={1.5}
          aria-hidden
          color={ended.verified ? 'var(--meaning-balanced)' : 'var(--meaning-missing)'}
        />
        <Box role="status" data-verified={ended.verified}>
          <Title order={2} size="h3">
            {ended.verified ? say('verified') : say('notVerified')}
          </Title>
        </Box>
        <Text c="dimmed">{say('when_ended', { when: dateTime(ended.at, timeZone), who: ended.who })}</Text>
        {ended.failed && <Text>{say('failed')}</Text>}
        {outcome && !ended.failed && <Outcome outcome={outcome} />}
      </Stack>
    </Card>
  );
}

function Outcome({ outcome }: { outcome: Verification }) {
  const say = useAuditWords();
  const {
    verified,
    records = 0,
    findings = 0,
    first,
    reason,
    milliseconds = 0,
    recordsPerSecond = 0,
    rootHash,
  } = outcome;
  return (
    <>
      <Text size="lg">
        {verified
          ? say('verifiedWords', { records: wholeNumber(records) })
          : say('notVerifiedWords', { findings: wholeNumber(findings) })}
      </Text>
      {first && (
        <>
          <Text fw={600}>
            {first.table === undefined
              ? say('firstWrong', { seq: first.seq })
              : say('firstWrongIn', { seq: first.seq, table: first.table })}
          </Text>
          <Text>
            {say('kind')}: {reason ?? first.kind}
          </Text>
          <SiteLink to={`log/${first.seq}`}>{say('toFirstWrong', { seq: first.seq })}</SiteLink>
          <Text>{say('whatNow')}</Text>
        </>
      )}
      <Text size="sm" c="dimmed">
        {say('took', {
          records: wholeNumber(records),
          seconds: wholeNumber(milliseconds / 1000),
          rate: wholeNumber(recordsPerSecond),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {say('root')}: <Code style={{ overflowWrap: 'anywhere' }}>{rootHash}</Code>
      </Text>
    </>
  );
}

function Earlier({ all }: { all: readonly Ended[] }) {
  const say = useAuditWords();
  const { timeZone } = useSite();
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('earlier')}
      </Title>
      {all.map((one) => (
        <Text key={one.seq}>
          <Meaning is={one.verified ? 'balanced' : 'missing'}>{say(one.verified ? 'verified' : 'notVerified')}</Meaning>{' '}
          <SiteLink to={`log/${one.seq}`}>
            {say('when_ended', { when: dateTime(one.at, timeZone), who: one.who })}
          </SiteLink>
        </Text>
      ))}
    </Stack>
  );
}
