import { NumberInput } from '@mantine/core';
import { useCatalogWords } from './words.js';

const LONGEST_USE_DAYS = 365;

/** How many days after its opening a container may be used. */
export function UseDays({
  value,
  onChange,
  error,
}: {
  value: number | '';
  onChange: (days: number | '') => void;
  error?: string | undefined;
}) {
  const say = useCatalogWords();
  return (
    <NumberInput
      label={say('beyondUseDays')}
      description={say('beyondUseDaysHint')}
      value={value}
      onChange={(days) => onChange(typeof days === 'number' ? days : '')}
      min={1}
      max={LONGEST_USE_DAYS}
      allowDecimal={false}
      error={error}
    />
  );
}
