import { TextInput } from '@mantine/core';
import { useAccessWords } from './words.js';

/** The six digits of an authenticator; of what is typed the digits count. */
export function CodeInput({
  value,
  onChange,
  ...rest
}: {
  value: string;
  onChange: (code: string) => void;
  description?: string;
  autoFocus?: boolean;
  required?: boolean;
}) {
  const say = useAccessWords();
  return (
    <TextInput
      label={say('totp')}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value.replace(/\D/g, ''))}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      {...rest}
    />
  );
}
