import { Button, Checkbox, Group, PasswordInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { permissionToSign, roleMay } from '../../../src/domain/roles.js';
import { askKey, keysWork } from '../access/keys.js';
import { useMe } from '../access/session.js';
import { useSite } from '../access/site.js';
import { answer, api } from '../api/client.js';
import { ledgerNow } from '../api/ledger-clock.js';
import { LineLost, Refused, type Problem } from '../api/problem.js';
import type { components } from '../api/schema.gen.js';
import { Dialog } from '../ui/dialog.js';
import { LineLostNote, RefusalNote } from '../ui/notes.js';
import { refusalWords } from './refusal-words.js';
import { useActWords } from './words.js';

type Meaning = components['schemas']['SignatureRequest']['meaning'];
type Attest = components['schemas']['SignatureRequest']['attests'];
/** A signature this near its end would be too old when it arrives. */
const NEARLY_OVER_MS = 3_000;
const ALL_SEEN = ['label', 'volume', 'act'] as const;

/** What others sign: the act's name (the last part of its address), its key, and its body word for word. */
export interface ToSign {
  readonly act: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Several acts of one kind that one person signs with one authentication: each gets a signature of its own. */
export interface ToSignTogether {
  readonly act: components['schemas']['SignaturesTogetherRequest']['act'];
  readonly together: readonly Pick<ToSign, 'key' | 'body'>[];
}

interface Signature {
  /** One for each act that was signed. */
  readonly tokens: readonly string[];
  readonly personId: string;
  readonly displayName: string;
  readonly expiresAt: string;
}

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
}

function OpenDialog({
  toSign,
  meaning,
  count = 1,
  summary,
  onSigned,
  onClose,
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
          />
        )}
      </Stack>
    </Dialog>
  );
}

function SignerForm({
  toSign,
  meaning,
  taken,
  onSigned,
}: {
  toSign: ToSign | ToSignTogether;
  meaning: Meaning;
  taken: readonly string[];
  onSigned: (signature: Signature) => void;
}) {
  const say = useActWords();
  const me = useMe();
  const { siteId } = useSite();
  const [username, setUsername] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [lost, setLost] = useState(false);
  const [noKey, setNoKey] = useState(false);
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => uuidv7());
  const first = useRef<HTMLInputElement>(null);
  // The dialog gives the first form its focus; the next signer's comes while the dialog is there.
  useEffect(() => first.current?.focus(), []);
  const people = useQuery({
    queryKey: ['people', siteId],
    queryFn: () =>
      answer(api.GET('/api/v1/sites/{siteId}/people', { params: { path: { siteId }, query: { limit: 200 } } })),
  });
  const others = (people.data?.items ?? []).filter(
    ({ personId, disabled, roles }) =>
      !disabled &&
      personId !== me.personId &&
      !taken.includes(personId) &&
      roles.some(({ role }) => roleMay(role, permissionToSign(toSign.act))),
  );
  const needsTotp = problem?.code === 'second_factor_required' || totp !== '';
  const attests = meaning === 'witnessed' ? (seen as Attest) : [];
  const stated = meaning !== 'witnessed' || seen.length === ALL_SEEN.length;
  const ready = username !== null && password !== '' && stated;

  const params = { path: { siteId }, header: { 'Idempotency-Key': key } };
  const sign = (event?: FormEvent) => {
    event?.preventDefault();
    if (username === null) return;
    void asked(async () => {
      const credentials = { username, password, ...(totp === '' ? {} : { totp }) };
      if ('together' in toSign) onSigned(await signTogether(params, toSign, credentials));
      else onSigned(await signOne(params, { ...statementOf(toSign), meaning, attests, ...credentials }));
    });
  };
  /** A key is asked for the act itself: what it answers is good for nothing else. */
  const signWithKey = (one: ToSign) =>
    void asked(async () => {
      const path = { siteId };
      const body = { ...statementOf(one), ...(username === null ? {} : { username }) };
      const used = await askKey(
        await answer(api.POST('/api/v1/sites/{siteId}/signatures/options', { params: { path }, body })),
      );
      if ('none' in used) setNoKey(true);
      else onSigned(await signOne(params, { ...statementOf(one), meaning, attests, assertion: used.answer }));
    });
  const asked = async (work: () => Promise<void>) => {
    setBusy(true);
    setLost(false);
    setNoKey(false);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      if (error instanceof Refused) setProblem(error.problem);
      else if (error instanceof LineLost) setLost(true);
      else throw error;
    } finally {
      setBusy(false);
    }
  };

  if (people.isSuccess && others.length === 0) return <RefusalNote detail={say('nobodyLeft')} />;
  return (
    <form onSubmit={sign}>
      <Stack>
        <Select
          label={say('who')}
          placeholder={say('whoHint')}
          data={others.map((one) => ({ value: one.username, label: `${one.displayName} (${one.username})` }))}
          value={username}
          onChange={setUsername}
          searchable
          selectFirstOptionOnChange
          // Names over what is signed would hide it: they come when somebody types or asks.
          openOnFocus={false}
          comboboxProps={{ withinPortal: false }}
          ref={first}
          data-autofocus
          required
        />
        {meaning === 'witnessed' && (
          <Checkbox.Group label={say('iSaw')} description={say('allThree')} value={[...seen]} onChange={setSeen}>
            <Stack gap="sm" mt="xs">
              {ALL_SEEN.map((what) => (
                <Checkbox key={what} value={what} label={say(`attest_${what}`)} size="lg" />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <PasswordInput
          label={say('password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="off"
          required
        />
        {needsTotp && (
          <TextInput
            label={say('totp')}
            value={totp}
            onChange={(event) => setTotp(event.currentTarget.value.replace(/\D/g, ''))}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
          />
        )}
        {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
        {lost && <LineLostNote onAgain={() => sign()} busy={busy} />}
        {noKey && <RefusalNote detail={say('noKey')} />}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {say('staysLoggedIn', { name: me.displayName })}
          </Text>
          <Group gap="sm">
            {!('together' in toSign) && keysWork() && (
              <Button
                variant="default"
                leftSection={<KeyRound size={18} aria-hidden />}
                onClick={() => signWithKey(toSign)}
                loading={busy}
                disabled={!stated}
              >
                {say('signWithKey')}
              </Button>
            )}
            <Button type="submit" loading={busy} disabled={!ready}>
              {say('sign')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** What is signed, as the ledger takes it. */
function statementOf({ act, key: idempotencyKey, body }: ToSign) {
  return { act, idempotencyKey, body };
}

async function signOne(
  params: { path: { siteId: string }; header: { 'Idempotency-Key': string } },
  body: components['schemas']['SignatureRequest'],
): Promise<Signature> {
  const { token, ...who } = await answer(api.POST('/api/v1/sites/{siteId}/signatures', { params, body }));
  return { ...who, tokens: [token] };
}

async function signTogether(
  params: { path: { siteId: string }; header: { 'Idempotency-Key': string } },
  { act, together }: ToSignTogether,
  credentials: { username: string; password: string; totp?: string },
): Promise<Signature> {
  const body = {
    act,
    acts: together.map(({ key: idempotencyKey, body: of }) => ({ idempotencyKey, body: of })),
    ...credentials,
  };
  const { items } = await answer(api.POST('/api/v1/sites/{siteId}/signatures/together', { params, body }));
  const [first] = items;
  if (!first) throw new Error('nothing was signed');
  const { personId, displayName, expiresAt } = first;
  return { personId, displayName, expiresAt, tokens: items.map(({ token }) => token) };
}
