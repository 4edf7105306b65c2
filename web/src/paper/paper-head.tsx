import { Box, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useMe } from '../access/session.js';
import { useSite } from '../access/site.js';
import { ledgerNow } from '../api/ledger-clock.js';
import { siteOf } from '../api/reads.js';
import { dateTime } from '../i18n/format.js';
import type { Stands } from './exported.js';
import './paper.css';
import { usePaperWords } from './words.js';

const ReportCode = lazy(() => import('./report-code.js'));

/**
 * What stands under the title of a printed page: the registrant, of which period, who printed it when, and its record: that of the
 * export of a report (`exported`), or the newest that the page tells of (`upTo`).
 */
export function PaperHead({ period, exported, upTo }: { period?: string; exported?: Stands; upTo?: Stands }) {
  const stands = exported ?? upTo;
  const say = usePaperWords();
  const { siteId, timeZone } = useSite();
  const { displayName } = useMe();
  const { data: site } = useQuery(siteOf(siteId));
  const now = dateTime(new Date(ledgerNow()).toISOString(), timeZone);
  return (
    <Box className="only-print paper-head">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Box>
          <Text fw={600}>{site?.name}</Text>
          <Text>{site?.address}</Text>
          {site?.deaNumber !== undefined && (
            <Text>
              {say('deaNumber')}: {site.deaNumber}
            </Text>
          )}
          {period !== undefined && (
            <Text>
              {say('period')}: {period} ({timeZone})
            </Text>
          )}
          <Text>{say('printedBy', { who: displayName, when: now })}</Text>
          {stands && <Text>{say(exported ? 'exported' : 'upTo', { seq: stands.seq })}</Text>}
          {stands && (
            <Text size="xs">
              {say(exported ? 'digest' : 'leaf')}: {stands.sha256 ?? stands.leafHash}
            </Text>
          )}
        </Box>
        {stands && (
          <Suspense>
            <ReportCode stands={stands} />
          </Suspense>
        )}
      </Group>
    </Box>
  );
}
