import { Checkbox, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { CodeInput } from '../access/code-input.js';
import type { Problem } from '../api/problem.js';
import type { components } from '../api/schema.gen.js';
import { fieldWords } from './refusal-words.js';
import { useActWords } from './words.js';

type Attest = NonNullable<components['schemas']['SignatureRequest']['attests']>;
const ALL_SEEN = ['label', 'volume', 'act'] as const;

/** What a signer states and proves: the three things a witness saw, the password, and the code of who has an authenticator. */
export interface Signer {
  readonly fields: FieldsOf;
  /** What a witness saw; of whoever is no witness nothing. */
  readonly attests: Attest;
  /** Everything that must be seen has been ticked. */
  readonly stated: boolean;
  /** A password has been typed. */
  readonly typed: boolean;
  readonly credentials: { readonly password: string; readonly totp?: string };
}

interface FieldsOf {
  readonly asWitness: boolean;
  readonly seen: readonly string[];
  readonly onSeen: (seen: string[]) => void;
  readonly password: string;
  readonly onPassword: (password: string) => void;
  readonly totp: string;
  readonly onTotp: (code: string) => void;
}

/** Nothing of it is a draft: whoever signs next finds the fields empty. */
export function useSigner({ asWitness }: { asWitness: boolean }): Signer {
  const [seen, onSeen] = useState<readonly string[]>([]);
  const [password, onPassword] = useState('');
  const [totp, onTotp] = useState('');
  return {
    fields: { asWitness, seen, onSeen, password, onPassword, totp, onTotp },
    attests: asWitness ? (seen as Attest) : [],
    stated: !asWitness || seen.length === ALL_SEEN.length,
    typed: password !== '',
    credentials: { password, ...(totp === '' ? {} : { totp }) },
  };
}

/** The code is asked for when the ledger has asked for it; neither it nor a password where only a key is taken. */
export function SignerFields({
  of,
  problem,
  withPassword = true,
}: {
  of: FieldsOf;
  problem: Problem | undefined;
  withPassword?: boolean;
}) {
  const say = useActWords();
  return (
    <>
      {of.asWitness && (
        <Checkbox.Group
          label={say('iSaw')}
          description={say('allThree')}
          value={[...of.seen]}
          onChange={of.onSeen}
          error={fieldWords(problem, 'attests')}
        >
          <Stack gap="sm" mt="xs">
            {ALL_SEEN.map((what) => (
              <Checkbox key={what} value={what} label={say(`attest_${what}`)} size="lg" />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {withPassword && (
        <PasswordInput
          label={say('password')}
          value={of.password}
          onChange={({ currentTarget: { value } }) => of.onPassword(value)}
          // In words it stands below; here it leads the focus back.
          error={problem?.code === 'invalid_credentials'}
          autoComplete="off"
          required
        />
      )}
      {withPassword && (problem?.code === 'second_factor_required' || of.totp !== '') && (
        <CodeInput value={of.totp} onChange={of.onTotp} />
      )}
    </>
  );
}
