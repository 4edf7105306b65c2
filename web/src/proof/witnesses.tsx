import { Box, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.gen.js';
import { dateTime, wholeNumber } from '../i18n/format.js';
import { Meaning } from '../ui/badges.js';
import { CautionNote, ReadFailed, Waiting } from '../ui/notes.js';
import { useProofWords } from './words.js';

type State = components['schemas']['WitnessesAnswer'];
type Witness = components['schemas']['OutsideWitness'];

interface Of {
  readonly siteId: string;
  readonly timeZone: string;
}

const RENEWED_MS = 10_000;

/** Which witnesses outside confirm the log of a site, what each did last, and whether it is enough; renewed in place. */
export function Witnesses(of: Of) {
  const { siteId } = of;
  const { data, isPending, isError, refetch } = useQuery({
    queryKey: ['witnesses', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/witnesses', { params: { path: { siteId } } })),
    refetchInterval: RENEWED_MS,
  });
  if (isPending) return <Waiting />;
  if (isError) return <ReadFailed onRetry={() => void refetch()} />;
  return <Shown state={data} timeZone={of.timeZone} />;
}

function Shown({ state, timeZone }: { state: State; timeZone: string }) {
  const say = useProofWords();
  if (state.status === 'policy_unusable') {
    return (
      <CautionNote title={say('unusable')}>
        <Text span lang="en">
          {state.problem}
        </Text>
      </CautionNote>
    );
  }
  if (state.witnesses.length === 0) {
    return (
      <Stack gap="xs" align="flex-start">
        <Meaning is="hand">{say('off')}</Meaning>
        <Text c="dimmed">{say('offHint')}</Text>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Quorum state={state} timeZone={timeZone} />
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {state.witnesses.map((witness) => (
          <One key={witness.name} witness={witness} timeZone={timeZone} />
        ))}
      </Stack>
    </Stack>
  );
}

function Quorum({ state, timeZone }: { state: State; timeZone: string }) {
  const say = useProofWords();
  const { quorumMet, needed = 0, witnesses, confirmedSize, confirmedAt, unconfirmedSince } = state;
  if (quorumMet === undefined) return <Meaning is="hand">{say('noQuorum')}</Meaning>;
  const size = wholeNumber(confirmedSize ?? 0);
  return (
    <Stack gap="xs" align="flex-start" data-quorum={quorumMet}>
      <Group gap="xs">
        <Meaning is={quorumMet ? 'balanced' : 'missing'}>{say(quorumMet ? 'met' : 'notMet')}</Meaning>
        <Text span>{say('needed', { count: needed, of: witnesses.length })}</Text>
      </Group>
      {quorumMet && <Text>{say(unconfirmedSince === undefined ? 'metWords' : 'metAsking', { size })}</Text>}
      {quorumMet && confirmedAt !== undefined && (
        <Text c="dimmed">{say('confirmedAt', { when: dateTime(confirmedAt, timeZone) })}</Text>
      )}
      {!quorumMet && unconfirmedSince !== undefined && (
        <Text>{say('notMetSince', { when: dateTime(unconfirmedSince, timeZone) })}</Text>
      )}
      {!quorumMet && (
        <Text c="dimmed">
          {confirmedSize === undefined ? say('nothingConfirmed') : say('confirmedBefore', { count: confirmedSize })}
        </Text>
      )}
    </Stack>
  );
}

function One({ witness, timeZone }: { witness: Witness; timeZone: string }) {
  const say = useProofWords();
  const { name, key, trouble, detail, cosignedAt, cosignedSize } = witness;
  const last =
    cosignedAt === undefined || cosignedSize === undefined
      ? say('never')
      : say('lastWords', { when: dateTime(cosignedAt, timeZone), size: wholeNumber(cosignedSize) });
  return (
    <Box
      component="li"
      p="sm"
      style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 'var(--mantine-radius-md)' }}
      data-witness={name}
      data-trouble={trouble}
    >
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{name}</Text>
        <How witness={witness} />
      </Group>
      <Text size="sm">
        {say('last')}: {last}
      </Text>
      {!witness.asked && <Text size="sm">{say('notAskedWhy')}</Text>}
      {trouble && <Text size="sm">{say(`toDo_${trouble}`)}</Text>}
      {detail !== undefined && (
        <Text size="sm" c="dimmed" lang="en">
          {detail}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {say('key')}: <Code style={{ overflowWrap: 'anywhere' }}>{key}</Code>
      </Text>
    </Box>
  );
}

function How({ witness: { asked, trouble, cosignedAt } }: { witness: Witness }) {
  const say = useProofWords();
  if (!asked) return <Meaning is="hand">{say('notAsked')}</Meaning>;
  if (trouble) return <Meaning is="missing">{say(`trouble_${trouble}`)}</Meaning>;
  if (cosignedAt === undefined) return <Meaning is="hand">{say('notAskedYet')}</Meaning>;
  return <Meaning is="balanced">{say('answers')}</Meaning>;
}
