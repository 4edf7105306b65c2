import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { refusalWords } from '../../acts/refusal-words.js';
import type { Problem } from '../../api/problem.js';
import { useSite } from '../../access/site.js';
import { useProducts } from '../../api/catalog.js';
import { amount } from '../../i18n/format.js';
import { AmountInput } from '../../ui/amount-input.js';
import { RefusalNote } from '../../ui/notes.js';
import { strength } from '../../ui/strength.js';
import { isEntered, type CountDraft, type Found, type SheetLine } from './sheet.js';
import { useCountsWords } from './words.js';

/** The lines of the sheet. Enter and the arrows go from one to the next, and from the last to the button. */
export function SheetLines({
  lines,
  draft,
  goto,
  problems,
  done,
  onEnter,
}: {
  lines: readonly SheetLine[];
  draft: CountDraft;
  goto: { readonly lineId: string } | undefined;
  problems: ReadonlyMap<string, Problem>;
  /** All is signed: what was not counted is not shown any more. */
  done: boolean;
  onEnter: (lineId: string, text: string) => void;
}) {
  const say = useCountsWords();
  const { siteId } = useSite();
  const { byId } = useProducts(siteId);
  const fields = useRef(new Map<string, HTMLInputElement>());
  const focus = (lineId: string) => {
    const field = fields.current.get(lineId);
    field?.focus();
    field?.select();
  };
  useEffect(() => {
    if (goto) focus(goto.lineId);
  }, [goto]);
  const first = lines[0]?.id;
  useEffect(() => {
    // A sheet that has just come waits at its first line.
    if (first !== undefined && document.activeElement?.tagName !== 'INPUT') focus(first);
  }, [first]);
  const step = (lineId: string, by: 1 | -1) => {
    const open = lines.filter(({ id }) => draft.found[id] === undefined);
    const next = open[open.findIndex(({ id }) => id === lineId) + by];
    if (next) focus(next.id);
    else if (by === 1) document.getElementById('count-sign')?.focus();
  };
  const group = (is: SheetLine['is'], title: string) => {
    const some = lines.filter((line) => line.is === is && (!done || draft.found[line.id] !== undefined));
    if (some.length === 0) return null;
    return (
      <Paper component="section" withBorder p="md" aria-label={title}>
        <Title order={2} size="h4" mb="sm">
          {title}
        </Title>
        <Stack gap="xs">
          {some.map((line) => (
            <Line
              key={line.id}
              line={line}
              holds={strength(byId.get(line.productId) ?? {})}
              text={draft.entered[line.id] ?? ''}
              found={draft.found[line.id]}
              problem={problems.get(draft.keys[line.id] ?? '')}
              onEnter={(text) => onEnter(line.id, text)}
              onStep={(by) => step(line.id, by)}
              field={(element) => {
                if (element) fields.current.set(line.id, element);
                else fields.current.delete(line.id);
              }}
            />
          ))}
        </Stack>
      </Paper>
    );
  };
  return (
    <>
      {lines.length > 0 && !done && <Text c="dimmed">{say('enterHint')}</Text>}
      {group('open', say('openNow'))}
      {group('sealed', say('sealedNow'))}
    </>
  );
}

function Line({
  line,
  holds,
  text,
  found,
  problem,
  onEnter,
  onStep,
  field,
}: {
  line: SheetLine;
  /** What one container holds. */
  holds: string;
  text: string;
  found: Found | undefined;
  problem: Problem | undefined;
  onEnter: (text: string) => void;
  onStep: (by: 1 | -1) => void;
  field: (element: HTMLInputElement | null) => void;
}) {
  const say = useCountsWords();
  const inMl = line.is === 'open' && line.measuredIn === 'mL';
  const unit = line.is === 'sealed' ? say('vials') : inMl ? 'mL' : say('devices');
  const wrong = text !== '' && !isEntered(line, text);
  return (
    <div>
      <Group gap="md" align="flex-end">
        <AmountInput
          ref={field}
          label={
            line.is === 'sealed' ? say('sealedOf', { code: line.code }) : say('measured', { label: line.container })
          }
          description={line.is === 'sealed' ? [line.name, holds].filter((part) => part !== '').join(' · ') : line.code}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          unit={unit}
          value={text}
          onChange={onEnter}
          inputMode={inMl ? 'decimal' : 'numeric'}
          error={wrong ? say(inMl ? 'wrongForm' : 'wrongNumber') : undefined}
          readOnly={found !== undefined}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
            if (by === undefined) return;
            event.preventDefault();
            onStep(by);
          }}
          w={{ base: '100%', sm: '22rem' }}
        />
        {found && <Result found={found} isSealed={line.is === 'sealed'} />}
      </Group>
      {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
    </div>
  );
}

/** What a signed line came to, in words. */
function Result({ found, isSealed }: { found: Found; isSealed: boolean }) {
  const words = useResultWords(found, isSealed);
  const Icon = found.agrees ? CircleCheck : CircleX;
  const ink = `var(--meaning-${found.agrees ? 'balanced' : 'missing'})`;
  return (
    <Group gap={6} wrap="nowrap" mih={42} flex={1}>
      <Icon size={20} color={ink} aria-hidden style={{ flex: 'none' }} />
      <Text fw={600} c={ink}>
        {words}
      </Text>
    </Group>
  );
}

function useResultWords({ agrees, varianceContainers, varianceMg }: Found, isSealed: boolean): string {
  const say = useCountsWords();
  if (agrees) return say('agrees');
  if (isSealed && varianceContainers !== undefined)
    return say(varianceContainers < 0 ? 'fewer' : 'more', { count: Math.abs(varianceContainers) });
  const difference = amount(varianceMg.replace('-', ''), 'mg');
  return say(varianceMg.startsWith('-') ? 'less' : 'greater', { amount: difference });
}
