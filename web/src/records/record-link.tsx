import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isEntry } from '../../../src/domain/ledger/record-types.js';
import { useMay, useSite } from '../access/site.js';
import { Meaning } from '../ui/badges.js';
import type { RecordView } from './record-words.js';
import { useRecordWords } from './record-words.js';
import { useRecordStrings } from './words.js';

/**
 * A link to a page of the open site: `to` is below the site's address and may have a query. In running text it is underlined,
 * so that it is not told by its colour alone.
 */
export function SiteLink({ to, children, inText = false }: { to: string; children: ReactNode; inText?: boolean }) {
  const { siteId } = useSite();
  return (
    <Anchor
      renderRoot={(props) => <Link to={`/sites/${siteId}/${to}` as string} {...props} />}
      inherit
      underline={inText ? 'always' : 'hover'}
    >
      {children}
    </Anchor>
  );
}

/**
 * A link to a record's page. Whoever may not read the log comes to what they may see of one of stock or care: what
 * moved, who did it and who signed.
 */
export function RecordLink({
  seq,
  children,
  inText = false,
  ofStock = true,
}: {
  seq: number;
  children: ReactNode;
  inText?: boolean;
  ofStock?: boolean;
}) {
  const may = useMay();
  if (!may('log:read') && !(ofStock && may('stock:read'))) return <>{children}</>;
  return (
    <SiteLink to={`${may('log:read') ? 'log' : 'entries'}/${seq}`} inText={inText}>
      {children}
    </SiteLink>
  );
}

/** A record in words, with what is worth knowing about it at a glance. */
export function RecordTold({ record }: { record: RecordView }) {
  const say = useRecordStrings();
  const words = useRecordWords();
  return (
    <Group gap="xs">
      <RecordLink seq={record.seq} ofStock={isEntry(record)}>
        {words(record)}
      </RecordLink>
      <RecordMarks record={record} />
      {record.reversedBySeq !== undefined && (
        <Text span size="sm" c="dimmed">
          {say('reversed', { seq: record.reversedBySeq })}
        </Text>
      )}
    </Group>
  );
}

export function RecordMarks({ record }: { record: Pick<RecordView, 'late' | 'refusal'> }) {
  const say = useRecordStrings();
  return (
    <>
      {record.refusal && <Meaning is="missing">{say('refused')}</Meaning>}
      {record.late && <Meaning is="hand">{say('late')}</Meaning>}
    </>
  );
}
