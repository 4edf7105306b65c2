import { Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ledgerNow } from '../api/ledger-clock.js';
import { Dialog } from '../ui/dialog.js';
import { RefusalNote } from '../ui/notes.js';
import { SignerForm } from './signer-form.js';
import type { Meaning, Signature, ToSign, ToSignTogether } from './signing.js';
import { useActWords } from './words.js';

/** A signature this near its end would be too old when it arrives. */
const NEARLY_OVER_MS = 3_000;

/**
 * Others sign one act at this screen, one after the other; whoever is logged in stays so. `summary` says in words what is signed
 * and is read by each signer. When all have signed and no signature is too old, `onSigned` gets their tokens, in order; of acts
 * signed together, by one signer, the token of each act.
 */
export function SigningDialog({ toSign, ...rest }: SigningDialogProps) {
  // Another act is another dialog: no signature of one stays for the next.
  return toSign ? <OpenDialog key={keysOf(toSign)} toSign={toSign} {...rest} /> : null;
}

function keysOf(toSign: ToSign | ToSignTogether): string {
  return 'together' in toSign ? toSign.together.map(({ key }) => key).join() : toSign.key;
}

interface SigningDialogProps {
  /** Absent: the dialog is closed. */
  readonly toSign: ToSign | ToSignTogether | undefined;
  readonly meaning: Meaning;
  readonly count?: number;
  readonly summary: ReactNode;
  readonly onSigned: (tokens: string[]) => void;
  readonly onClose: () => void;
  /**
   * Begins the act anew under another key, with all that was entered, and gives it in `toSign`: whoever signs with a key that does
   * not count, and whose two minutes have passed, can sign the old one no more.
   */
  readonly onAnew?: () => void;
}

function OpenDialog({
  toSign,
  meaning,
  count = 1,
  summary,
  onSigned,
  onClose,
  onAnew,
}: SigningDialogProps & { readonly toSign: ToSign | ToSignTogether }) {
  const say = useActWords();
  const [signed, setSigned] = useState<readonly Signature[]>([]);
  const [expired, setExpired] = useState<string>();
  const add = (signature: Signature) => {
    const now = ledgerNow();
    const all = [...signed, signature];
    const fresh = all.filter(({ expiresAt }) => Date.parse(expiresAt) > now + NEARLY_OVER_MS);
    setExpired(all.find((one) => !fresh.includes(one))?.displayName);
    setSigned(fresh);
    if (fresh.length === count) onSigned(fresh.flatMap(({ tokens }) => tokens));
  };
  const title = count === 1 ? say('signOne') : say('signTitle', { nth: Math.min(signed.length + 1, count), count });
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={false}>
      <Stack>
        <section aria-label={say('youSign')}>
          <Title order={3} size="h5">
            {say('youSign')}
          </Title>
          {summary}
        </section>
        {signed.map((one) => (
          <Text key={one.personId} role="status" c="var(--meaning-balanced)" fw={600}>
            {say('signed', { name: one.displayName })}
          </Text>
        ))}
        {expired !== undefined && <RefusalNote detail={say('expired', { name: expired })} />}
        {signed.length < count && (
          <SignerForm
            key={signed.length}
            toSign={toSign}
            meaning={meaning}
            taken={signed.map(({ personId }) => personId)}
            onSigned={add}
            onAnew={onAnew}
          />
        )}
      </Stack>
    </Dialog>
  );
}
