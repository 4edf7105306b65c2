import { PasswordInput } from '@mantine/core';
import { CodeInput } from '../../access/code-input.js';
import { useMe } from '../../access/session.js';
import { useAccountWords } from './words.js';

/** Again who one is, before one's own account is changed: the password, and the code of who has an authenticator. */
export interface Confirmation {
  readonly password: string;
  readonly totp: string;
}
export const NOTHING: Confirmation = { password: '', totp: '' };

/** As the ledger takes it. */
export function confirmationOf({ password, totp }: Confirmation): { password: string; totp?: string } {
  return { password, ...(totp === '' ? {} : { totp }) };
}

export function ConfirmationFields({
  label,
  value,
  onChange,
}: {
  /** Of the password. */
  label: string;
  value: Confirmation;
  onChange: (next: Confirmation) => void;
}) {
  const say = useAccountWords();
  const { hasSecondFactor, username } = useMe();
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordInput
        label={label}
        value={value.password}
        onChange={({ currentTarget }) => onChange({ ...value, password: currentTarget.value })}
        autoComplete="current-password"
        required
      />
      {hasSecondFactor && (
        <CodeInput
          value={value.totp}
          onChange={(totp) => onChange({ ...value, totp })}
          description={say('totpHint')}
          required
        />
      )}
    </>
  );
}
