import { TextInput, type TextInputProps } from '@mantine/core';

/**
 * A decimal amount with its unit. What is typed goes through as the text it is, with a point for a decimal comma (whose keypad
 * has no point), and no rounding: `value` and `onChange` carry the interface's form (`"0.72"`).
 */
export function AmountInput({
  unit,
  value,
  onChange,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange'> & {
  unit: string;
  value: string;
  onChange: (decimal: string) => void;
}) {
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim().replace(',', '.'))}
      rightSection={<span aria-hidden>{unit}</span>}
      rightSectionWidth={`${unit.length + 2}ch`}
      label={rest.label && <LabelWithUnit label={rest.label} unit={unit} />}
    />
  );
}

function LabelWithUnit({ label, unit }: { label: React.ReactNode; unit: string }) {
  return (
    <>
      {label} <span className="only-read">{unit}</span>
    </>
  );
}
