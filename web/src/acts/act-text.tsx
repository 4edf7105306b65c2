import { TextInput, type TextInputProps } from '@mantine/core';
import type { Problem } from '../api/problem.js';
import { fieldWords } from './refusal-words.js';

/** A line of text that an act is made of, and under it what the ledger says against its field `name`. */
export function ActText({
  act,
  name,
  onChange,
  ...rest
}: Omit<TextInputProps, 'error' | 'name' | 'onChange'> & {
  act: { readonly problem: Problem | undefined };
  name: string;
  value: string;
  onChange: (text: string) => void;
}) {
  return (
    <TextInput
      {...rest}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={fieldWords(act.problem, name)}
    />
  );
}
