import { Breadcrumbs, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useMay, useSite } from '../../access/site.js';
import { dateTime } from '../../i18n/format.js';
import { PaperActions, PaperSaid } from '../../paper/paper-actions.js';
import { PaperHead } from '../../paper/paper-head.js';
import { usePaper } from '../../paper/use-paper.js';
import { ActNotes } from '../../acts/act-notes.js';
import { useNames } from '../../records/names.js';
import { PeriodChoice } from '../../records/period-choice.js';
import { periodWords, type Period } from '../../records/periods.js';
import { usePeriod } from '../../records/use-period.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useUrlState } from '../../ui/url-state.js';
import { filtersFor, partsOf, pathTo, RECONCILIATION_KEYS, statementOf, type ReconciliationState } from './drill.js';
import { Edges } from './edges.js';
import { entriesBehind } from './entries-behind.js';
import { EntriesOf } from './entries-of.js';
import type { Dimension, Row } from './figures.js';
import { Parts } from './parts.js';
import { reconciliationFile, useReconciliation, type ReconciliationPage as Answer } from './reading.js';
import { Statement, Verdict } from './statement.js';
import { StepLink } from './step-link.js';
import { useReportWords } from './words.js';

/** What was there, what came, what went and what is there, of any period, from the whole site down to one vial's entries. */
export function ReconciliationPage() {
  const say = useReportWords();
  const [state, set] = useUrlState(RECONCILIATION_KEYS);
  const period = usePeriod(state);
  if (!period)
    return (
      <Page wide title={say('reconciliation')}>
        <Waiting />
      </Page>
    );
  return <Reconciliation state={state} set={set} period={period} />;
}

function Reconciliation(of: {
  state: ReconciliationState;
  set: (some: ReconciliationState, how?: { push?: boolean }) => void;
  period: Period;
}) {
  const { state, set, period } = of;
  const say = useReportWords();
  const { siteId, timeZone } = useSite();
  const at = { ...state, ...period };
  const by = statementOf(at);
  const statement = useReconciliation({ by, period, filters: filtersFor(by, at) });
  const parts = partsOf(at);
  const part = parts.find((one) => one === state.by) ?? parts[0];
  const asFile = part ?? by;
  const paper = usePaper((format) =>
    reconciliationFile(siteId, { by: asFile, period, filters: filtersFor(asFile, at) }, format),
  );
  const told = statement.data?.pages[0];
  return (
    <Page wide title={say('reconciliation')} lead={say('reconciliationLead')} actions={<PaperActions paper={paper} />}>
      <PaperHead period={periodWords(period, timeZone)} {...(paper.printing ? { exported: paper.printing } : {})} />
      <ActNotes act={{ problem: paper.problem, waiting: paper.lost, again: () => undefined, sending: paper.busy }} />
      <PaperSaid paper={paper} />
      <PeriodChoice value={period} onChange={(next) => set({ ...next }, { push: true })} />
      <Path state={at} row={told?.items[0]} />
      {statement.isError && <ReadFailed onRetry={() => void statement.refetch()} />}
      {statement.isPending && <Waiting />}
      {told && <Whole told={told} by={by} state={at} />}
      {part && told && told.items.length > 0 && (
        <PartChoice parts={parts} part={part} onChange={(next) => set({ by: next })} />
      )}
      {part && told && told.items.length > 0 && <Parts by={part} state={at} period={period} />}
      {told && <EntriesOf state={at} period={told.period} />}
      {told && <Edges told={told} />}
    </Page>
  );
}

/** The statement of what one is looking at. */
function Whole({ told, by, state }: { told: Answer; by: Dimension; state: ReconciliationState }) {
  const say = useReportWords();
  const mayReadLog = useMay()('log:read');
  const { timeZone } = useSite();
  if (told.items.length === 0) return <Empty title={say('nothingMoved')}>{say('nothingMovedHint')}</Empty>;
  const headOf = (row: Row) =>
    by === 'product' && !state.productId ? (
      <StepLink state={{ ...state, productId: row.productId, by: undefined }}>{row.productCode}</StepLink>
    ) : (
      (row.productCode ?? say(`level_${by}`))
    );
  return (
    <Stack gap="sm">
      <Verdict holds={told.holds} />
      <Statement
        by={by}
        rows={told.items}
        title={`${say('statement')}: ${periodWords({ from: told.period.from, to: told.period.until }, timeZone)}`}
        headOf={headOf}
        linkOf={(figure, row) => entriesBehind(figure, row, { state, mayReadLog })}
      />
    </Stack>
  );
}

/** Where one is, from the whole to the part, and back again. */
function Path({ state, row }: { state: ReconciliationState; row: Row | undefined }) {
  const say = useReportWords();
  const { timeZone } = useSite();
  const names = useNames();
  const steps = pathTo(state);
  const called = (level: Dimension, id: string | undefined) => {
    if (level === 'container') return row?.containerLabel;
    if (level === 'lot') return row?.lotNumber;
    if (level === 'session') return row?.startedAt && dateTime(row.startedAt, timeZone);
    return names.of(id);
  };
  return (
    <Breadcrumbs component="nav" aria-label={say('path')} separatorMargin="xs" style={{ flexWrap: 'wrap' }}>
      {steps.map(({ level, id, state: there }, index) => {
        const words = [say(`level_${level}`), called(level, id)].filter(Boolean).join(' ');
        return index === steps.length - 1 ? (
          <Text key={level} fw={600} aria-current="location">
            {words}
          </Text>
        ) : (
          <StepLink key={level} state={there}>
            {words}
          </StepLink>
        );
      })}
    </Breadcrumbs>
  );
}

function PartChoice(of: { parts: readonly Dimension[]; part: Dimension; onChange: (part: Dimension) => void }) {
  const say = useReportWords();
  return (
    <Group gap="md" className="no-print">
      <Title order={2} size="h4">
        {say('closerLook')}
      </Title>
      <SegmentedControl
        aria-label={say('closerLook')}
        size="md"
        value={of.part}
        onChange={(next) => of.onChange(next as Dimension)}
        data={of.parts.map((value) => ({ value, label: say(`part_${value}`) }))}
      />
    </Group>
  );
}
