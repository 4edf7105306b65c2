import { Box, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { ugFromMg } from '../../../../src/domain/amounts.js';
import { orderedDose, plannedDose, type DoseOrder } from '../../../../src/domain/dosing.js';
import { fieldWords } from '../../acts/refusal-words.js';
import type { Problem } from '../../api/problem.js';
import type { components } from '../../api/schema.gen.js';
import { amount } from '../../i18n/format.js';
import { AmountInput } from '../../ui/amount-input.js';
import { usePlanText } from './order-words.js';
import { useSessionWords } from './words.js';

type Product = components['schemas']['ProductDto'];

/** An order as it is being typed. */
export interface OrderDraft {
  readonly by: 'mg' | 'weight';
  readonly mg: string;
  readonly mgPerKg: string;
  readonly weightKg: string;
}
export const NO_ORDER: OrderDraft = { by: 'weight', mg: '', mgPerKg: '', weightKg: '' };

/** As the interface takes it. */
export function orderOf({ by, mg, mgPerKg, weightKg }: OrderDraft): components['schemas']['OrderDto'] {
  return by === 'mg' ? { amountMg: mg } : { amountMgPerKg: mgPerKg, weightKg };
}

/** The dose, or the dose for each kilogram with the weight; and at once what it comes to, by the very rule of the ledger. */
export function OrderFields({
  value,
  onChange,
  product,
  problem,
}: {
  value: OrderDraft;
  onChange: (next: OrderDraft) => void;
  product: Product | undefined;
  problem: Problem | undefined;
}) {
  const say = useSessionWords();
  const patch = (some: Partial<OrderDraft>) => onChange({ ...value, ...some });
  const wrong = (field: string) => fieldWords(problem, `order.${field}`);
  return (
    <Stack gap="sm" component="fieldset" style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" fw={600}>
        {say('order')}
      </Text>
      <Group align="flex-end" gap="md">
        <SegmentedControl
          size="md"
          aria-label={say('orderBy')}
          data={[
            { value: 'weight', label: say('byWeight') },
            { value: 'mg', label: say('byAmount') },
          ]}
          value={value.by}
          onChange={(by) => patch({ by: by as OrderDraft['by'] })}
        />
        {value.by === 'mg' ? (
          <AmountInput
            label={say('dose')}
            unit="mg"
            value={value.mg}
            onChange={(mg) => patch({ mg })}
            error={wrong('amountMg')}
            w="10rem"
            required
          />
        ) : (
          <>
            <AmountInput
              label={say('dosePerKg')}
              unit="mg/kg"
              value={value.mgPerKg}
              onChange={(mgPerKg) => patch({ mgPerKg })}
              error={wrong('amountMgPerKg')}
              w="13rem"
              required
            />
            <AmountInput
              label={say('weight')}
              unit="kg"
              value={value.weightKg}
              onChange={(weightKg) => patch({ weightKg })}
              error={wrong('weightKg')}
              w="9rem"
              required
            />
          </>
        )}
      </Group>
      <ComesTo order={value} product={product} />
    </Stack>
  );
}

function ComesTo({ order, product }: { order: OrderDraft; product: Product | undefined }) {
  const say = useSessionWords();
  const plan = usePlanText();
  const typed = order.by === 'mg' ? order.mg !== '' : order.mgPerKg !== '' && order.weightKg !== '';
  if (!typed || !product) return <Text c="dimmed">{say('comesToHint')}</Text>;
  const given: DoseOrder =
    order.by === 'mg' ? { amountMg: order.mg } : { mgPerKg: order.mgPerKg, weightKg: order.weightKg };
  const dose = orderedDose(given);
  const planned = plannedDose(factsOf(product), given);
  return (
    <Box role="status">
      {'code' in dose ? (
        <Text>{say('noDose')}</Text>
      ) : (
        <Text size="lg">
          <b>{amount(dose.doseMg, 'mg')}</b>
          {'code' in planned ? ` · ${say('notWhole')}` : ` → ${plan(planned)}`}
        </Text>
      )}
    </Box>
  );
}

function factsOf({ strengthMgPerMl, deviceAmountMg }: Product) {
  return {
    ...(strengthMgPerMl === undefined ? {} : { strengthUgPerMl: ugFromMg(strengthMgPerMl) }),
    ...(deviceAmountMg === undefined ? {} : { deviceAmountUg: ugFromMg(deviceAmountMg) }),
  };
}
