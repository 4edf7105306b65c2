import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useMay, useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { age, amount, dateTime, dayOf, isoDay } from '../../i18n/format.js';
import { newestOf } from '../../paper/exported.js';
import { PaperHead } from '../../paper/paper-head.js';
import { RecordLink, SiteLink } from '../../records/record-link.js';
import { RecordList } from '../../records/record-list.js';
import { Meaning } from '../../ui/badges.js';
import { CautionNote, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useDiscrepancyWords } from './words.js';

type Details = components['schemas']['DiscrepancyDetailsDto'];
const STEPS = [1, 2, 3, 4] as const;

/** One discrepancy: what differs, what the ledger knows of it, and what to do. */
export function DiscrepancyPage() {
  const { discrepancyId } = useParams({ strict: false }) as { discrepancyId: string };
  const say = useDiscrepancyWords();
  const { siteId, timeZone } = useSite();
  const read = useQuery({
    queryKey: ['discrepancy', siteId, discrepancyId],
    queryFn: () => {
      const params = { path: { siteId, discrepancyId } };
      return answer(api.GET('/api/v1/sites/{siteId}/discrepancies/{discrepancyId}', { params }));
    },
  });
  const one = read.data;
  const newest = one && newestOf(one.history);
  const title = one ? say('one', { amount: amount(one.varianceMg, 'mg') }) : say('title');
  return (
    <Page
      title={title}
      lead={
        one &&
        say('oneLead', {
          product: one.productCode,
          place: one.locationCode,
          kind: say(`kind_${one.kind}`),
          when: dateTime(one.openedAt, timeZone),
        })
      }
      actions={
        <Button variant="default" leftSection={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
          {say('print')}
        </Button>
      }
    >
      <PaperHead {...(newest ? { upTo: newest } : {})} />
      {read.isPending && <Waiting />}
      {read.isError && <ReadFailed onRetry={() => void read.refetch()} />}
      {one && <Told one={one} />}
    </Page>
  );
}

function Told({ one }: { one: Details }) {
  const say = useDiscrepancyWords();
  const { timeZone } = useSite();
  const may = useMay();
  const day = isoDay(new Date(one.openedAt), timeZone);
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Group gap="sm">
          <Meaning is={one.status === 'resolved' ? 'balanced' : 'missing'}>
            {say(`status_${one.status}`)}
            {one.status === 'open' && `, ${age(one.ageHours * 60)}`}
          </Meaning>
          <Text fw={600}>
            {say(one.varianceMg.startsWith('-') ? 'missing' : 'tooMuch')}:{' '}
            {amount(one.varianceMg.replace('-', ''), 'mg')}
          </Text>
        </Group>
        <Text>
          {say('product')}: {one.productName} ({one.productCode})
        </Text>
        {one.container !== undefined && (
          <Text>
            {say('vial')}:{' '}
            <SiteLink inText to={`containers/${encodeURIComponent(one.container)}`}>
              {one.container}
            </SiteLink>
          </Text>
        )}
        {one.varianceContainers !== undefined && (
          <Text>
            {say('containers')}: {one.varianceContainers}
          </Text>
        )}
        <Text>
          {say('inSuspense')}: {one.inSuspenseMg === '0' ? say('inSuspenseNone') : amount(one.inSuspenseMg, 'mg')}
        </Text>
        <Text>
          {say('record')}:{' '}
          <RecordLink inText seq={one.openedSeq}>
            {say('recordSeq', { seq: one.openedSeq, who: one.openedByName })}
          </RecordLink>
          , {dayOf(one.openedAt, timeZone)}
        </Text>
      </Stack>
      {one.status === 'open' && <WhatNow />}
      <Group gap="lg" className="no-print">
        {one.container !== undefined && may('log:read') && (
          <SiteLink to={`log/story?subject=${encodeURIComponent(one.container)}`}>{say('vialStory')}</SiteLink>
        )}
        {may('report:read') && (
          <SiteLink to={`reports/reconciliation?from=${day}&to=${day}&productId=${one.productId}`}>
            {say('reconcile')}
          </SiteLink>
        )}
      </Group>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {say('history')}
        </Title>
        <RecordList
          label={say('history')}
          titles={{ seq: say('seq'), when: say('when'), what: say('historyWhat') }}
          records={one.history}
        />
      </Stack>
    </Stack>
  );
}

/** Said as it is: the ledger does not know how one is resolved, so there is no button that would seem to. */
function WhatNow() {
  const say = useDiscrepancyWords();
  return (
    <CautionNote title={say('whatNow')}>
      <Stack gap="xs">
        <Text>{say('whatNowHonest')}</Text>
        <List type="ordered">
          {STEPS.map((step) => (
            <List.Item key={step}>{say(`step_${step}`)}</List.Item>
          ))}
        </List>
      </Stack>
    </CautionNote>
  );
}
