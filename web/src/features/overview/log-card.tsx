import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { useSite } from '../../access/site.js';
import { dateTime, wholeNumber } from '../../i18n/format.js';
import { SiteLink } from '../../records/record-link.js';
import { Meaning } from '../../ui/badges.js';
import { ReadFailed, Waiting } from '../../ui/notes.js';
import { useLogState, type LogState } from './reading.js';
import { useOverviewWords } from './words.js';

/** The state of the log: how long, how far signed, what alarms, when last verified and with what result. */
export function LogCard() {
  const say = useOverviewWords();
  const { siteId } = useSite();
  const { data, isPending, isError, refetch } = useLogState();
  return (
    <Card withBorder padding="lg" component="section" aria-label={say('log')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {say('log')}
        </Title>
        <Button
          variant="default"
          size="sm"
          h={44}
          leftSection={<ShieldCheck size={18} aria-hidden />}
          renderRoot={(props) => <Link to={`/sites/${siteId}/log/verification` as string} {...props} />}
        >
          {say('verify')}
        </Button>
      </Group>
      {isPending && <Waiting />}
      {isError && <ReadFailed onRetry={() => void refetch()} />}
      {data && (
        <Stack gap="xs" align="flex-start">
          <Verified record={data.verification} />
          <Signed state={data.state} />
          <Meaning is={data.alarms.length === 0 ? 'balanced' : 'missing'}>
            {data.alarms.length === 0 ? say('noAlarms') : say('alarms', { count: data.alarms.length })}
          </Meaning>
        </Stack>
      )}
    </Card>
  );
}

type Verification = NonNullable<ReturnType<typeof useLogState>['data']>['verification'];

function Verified({ record }: { record: Verification }) {
  const say = useOverviewWords();
  const { timeZone } = useSite();
  if (!record) return <Meaning is="hand">{say('neverVerified')}</Meaning>;
  const verified = (record.act as { verified?: boolean } | undefined)?.verified === true;
  const when = dateTime(record.recordedAt, timeZone);
  return (
    <Group gap="xs">
      <Meaning is={verified ? 'balanced' : 'missing'}>
        {say(verified ? 'lastVerified' : 'notVerified', { when })}
      </Meaning>
    </Group>
  );
}

function Signed({ state }: { state: LogState }) {
  const say = useOverviewWords();
  const { size, signedSize, signer } = state;
  const left = size - (signedSize ?? 0);
  const words =
    signedSize === undefined
      ? say('notSigned')
      : left <= 0
        ? say('signedAll')
        : `${say('signed', { size: wholeNumber(signedSize - 1) })}; ${say('unsigned', { count: left })}`;
  return (
    <Text>
      <SiteLink to="log" inText>
        {say('logSize', { count: size })}
      </SiteLink>
      . {words}. {say(`signer_${signer}`)}
    </Text>
  );
}
