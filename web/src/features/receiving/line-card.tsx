import { ActionIcon, Group, NumberInput, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { CircleCheck, CircleX, Minus, Plus, TriangleAlert, X } from 'lucide-react';
import { fieldWords, refusalWords } from '../../acts/refusal-words.js';
import type { Product } from '../../api/catalog.js';
import type { Problem } from '../../api/problem.js';
import { day } from '../../i18n/format.js';
import { RefusalNote } from '../../ui/notes.js';
import { strength } from '../../ui/strength.js';
import { freshness, type Line } from './lines.js';
import { useReceivingWords } from './words.js';

/** One lot of the delivery: what it is, how many were counted, how many the invoice says, and what that comes to, in words. */
export function LineCard({
  line,
  product,
  today,
  problem,
  onChange,
  onRemove,
}: {
  line: Line;
  product: Product | undefined;
  today: string;
  problem: Problem | undefined;
  onChange: (some: Partial<Line>) => void;
  onRemove: () => void;
}) {
  const say = useReceivingWords();
  const what = `${product?.code ?? ''} ${line.lotNumber}`.trim();
  const isOpen = line.recorded === undefined;
  return (
    <Paper component="section" withBorder p="md" aria-label={what}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Text fw={700}>{product?.code}</Text>
            <Text>
              {product?.name} · {product && strength(product)}
            </Text>
            <PackageLine line={line} today={today} />
          </div>
          {isOpen && (
            <ActionIcon variant="subtle" color="gray" aria-label={say('removeOf', { what })} onClick={onRemove}>
              <X size={20} aria-hidden />
            </ActionIcon>
          )}
        </Group>
        {isOpen && <Asked line={line} onChange={onChange} problem={problem} />}
        {isOpen ? (
          <Group align="flex-end" gap="md">
            <Stepper line={line} what={what} onChange={onChange} />
            <NumberInput
              label={say('invoiced')}
              aria-label={say('invoicedOf', { what })}
              value={line.invoiced === '' ? '' : Number(line.invoiced)}
              onChange={(value) => onChange({ invoiced: String(value) })}
              error={fieldWords(problem, 'invoicedCount')}
              min={0}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              inputMode="numeric"
              w="8rem"
              required
            />
            <Difference line={line} />
          </Group>
        ) : (
          <Group>
            <Text>
              {say('counted')} {line.counted} · {say('invoiced')} {line.invoiced}
            </Text>
            <Difference line={line} recorded />
          </Group>
        )}
        {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
        {line.recorded && (
          <Text fw={600} c="var(--meaning-balanced)">
            {say('recordedAs', { seq: line.recorded.seq })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function PackageLine({ line, today }: { line: Line; today: string }) {
  const say = useReceivingWords();
  const { lotNumber, expiresOn, serials, counted } = line;
  const fresh = freshness(expiresOn, today);
  return (
    <>
      <Group gap="sm">
        {lotNumber !== '' && (
          <Text fw={600}>
            {say('lot')} {lotNumber}
          </Text>
        )}
        {fresh !== undefined && (
          <Text fw={600}>
            {say('expires')} {day(expiresOn)}
          </Text>
        )}
        {serials.length > 0 && <Text c="dimmed">{say('serials', { count: serials.length })}</Text>}
        {fresh === 'expired' && <Flag ink="var(--meaning-missing)">{say('expired')}</Flag>}
        {fresh === 'short' && <Flag ink="var(--meaning-hand)">{say('shortDated')}</Flag>}
      </Group>
      {fresh === 'expired' && <Text size="sm">{say('expiredHint')}</Text>}
      {serials.length > 0 && serials.length < counted && (
        <Text size="sm" c="dimmed">
          {say('serialsPartly', { have: serials.length, count: counted })}
        </Text>
      )}
    </>
  );
}

function Flag({ ink, children }: { ink: string; children: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      <TriangleAlert size={16} color={ink} aria-hidden />
      <Text fw={700} c={ink}>
        {children}
      </Text>
    </Group>
  );
}

/** What the code lacked is asked for where it is missed. */
function Asked({
  line,
  onChange,
  problem,
}: {
  line: Line;
  onChange: (some: Partial<Line>) => void;
  problem: Problem | undefined;
}) {
  const say = useReceivingWords();
  if (line.asked.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {line.asked.includes('lotNumber') && (
        <TextInput
          label={say('lot')}
          description={line.scan === undefined ? undefined : say('askedLot')}
          value={line.lotNumber}
          onChange={(event) => onChange({ lotNumber: event.currentTarget.value })}
          error={fieldWords(problem, 'lotNumber')}
          maxLength={20}
          autoComplete="off"
          required
        />
      )}
      {line.asked.includes('expiresOn') && (
        <TextInput
          type="date"
          label={say('expires')}
          description={line.scan === undefined ? undefined : say('askedExpiry')}
          value={line.expiresOn}
          onChange={(event) => onChange({ expiresOn: event.currentTarget.value })}
          error={fieldWords(problem, 'expiresOn')}
          required
        />
      )}
    </SimpleGrid>
  );
}

function Stepper({ line, what, onChange }: { line: Line; what: string; onChange: (some: Partial<Line>) => void }) {
  const say = useReceivingWords();
  const { counted } = line;
  const become = (next: number) => onChange({ counted: Math.max(0, next) });
  return (
    <Group gap={4} align="flex-end" wrap="nowrap">
      <ActionIcon variant="default" aria-label={say('oneLess', { what })} onClick={() => become(counted - 1)}>
        <Minus size={18} aria-hidden />
      </ActionIcon>
      <NumberInput
        label={say('counted')}
        aria-label={say('countedOf', { what })}
        value={counted}
        onChange={(value) => become(Number(value) || 0)}
        min={0}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        inputMode="numeric"
        w="5rem"
      />
      <ActionIcon variant="default" aria-label={say('oneMore', { what })} onClick={() => become(counted + 1)}>
        <Plus size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** Counted against invoiced, in words: what will come of it, or, once recorded, what it was. */
export function Difference({
  line: { counted, invoiced },
  recorded = false,
}: {
  line: Pick<Line, 'counted' | 'invoiced'>;
  recorded?: boolean;
}) {
  const say = useReceivingWords();
  if (invoiced === '') return null;
  const difference = counted - Number(invoiced);
  const agrees = difference === 0;
  const Icon = agrees ? CircleCheck : CircleX;
  const key = recorded ? (difference < 0 ? 'wasMissing' : 'wasMore') : difference < 0 ? 'missing' : 'more';
  const words = agrees ? say('agrees') : say(key, { count: Math.abs(difference) });
  return (
    <Group gap={6} wrap="nowrap" c={agrees ? 'var(--meaning-balanced)' : 'var(--meaning-missing)'} mih={42}>
      <Icon size={18} aria-hidden style={{ flex: 'none' }} />
      <Text fw={600}>{words}</Text>
    </Group>
  );
}
