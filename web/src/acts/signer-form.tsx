import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { permissionToSign, roleMay } from '../../../src/domain/roles.js';
import { askKey, keysWork } from '../access/keys.js';
import { useMe } from '../access/session.js';
import { useSite } from '../access/site.js';
import { useAsking } from '../access/use-asking.js';
import { peopleOf } from '../api/reads.js';
import { LineLostNote, RefusalNote } from '../ui/notes.js';
import { usePolicy } from './policy.js';
import { refusalWords } from './refusal-words.js';
import { SignerFields, useSigner } from './signer-fields.js';
import { questionOf, signAs, type Meaning, type Signature, type ToSign, type ToSignTogether } from './signing.js';
import { useActWords } from './words.js';

/**
 * One signer: who they are, what they saw, and their password or key; where the site takes keys alone, a key. `taken` have signed
 * already. `onAnew` gives the same form another act to sign, where a key can sign this one no more.
 */
export function SignerForm({
  toSign,
  meaning,
  taken,
  onSigned,
  onAnew,
}: {
  toSign: ToSign | ToSignTogether;
  meaning: Meaning;
  taken: readonly string[];
  onSigned: (signature: Signature) => void;
  onAnew: (() => void) | undefined;
}) {
  const say = useActWords();
  const me = useMe();
  const { siteId } = useSite();
  const { busy, problem, lost, ask, again } = useAsking();
  const [username, setUsername] = useState<string | null>(null);
  const signer = useSigner({ asWitness: meaning === 'witnessed' });
  const [noKey, setNoKey] = useState(false);
  const keysOnly = usePolicy()?.requireDeviceBoundKeys === true;
  const anew = problem?.code === 'signature_already_used' ? onAnew : undefined;
  const [key] = useState(() => uuidv7());
  const first = useRef<HTMLInputElement>(null);
  // The dialog gives the first form its focus; the next signer's comes while the dialog is there.
  useEffect(() => first.current?.focus(), []);
  const people = useQuery(peopleOf(siteId));
  const others = (people.data ?? []).filter(
    ({ personId, disabled, roles }) =>
      !disabled &&
      personId !== me.personId &&
      !taken.includes(personId) &&
      roles.some(({ role }) => roleMay(role, permissionToSign(toSign.act))),
  );
  const { attests, stated } = signer;
  const ready = username !== null && signer.typed && stated;

  const params = { path: { siteId }, header: { 'Idempotency-Key': key } };
  const says = { meaning, attests };
  const signTyped = (event?: FormEvent) => {
    event?.preventDefault();
    if (username === null) return;
    setNoKey(false);
    const proof = { username, ...signer.credentials };
    void ask(async () => onSigned(await signAs(params, toSign, says, proof)), { byItself: true });
  };
  /** A key is asked for the act or the list itself: its answer is good for nothing else, and its person touches it again. */
  const signWithKey = (event?: FormEvent) => {
    event?.preventDefault();
    if (!stated) return;
    setNoKey(false);
    void ask(async () => {
      const used = await askKey(await questionOf(siteId, toSign, username ?? undefined));
      if ('none' in used) setNoKey(true);
      else onSigned(await signAs(params, toSign, says, { assertion: used.answer }));
    });
  };

  if (people.isSuccess && others.length === 0) return <RefusalNote detail={say('nobodyLeft')} />;
  return (
    <form onSubmit={keysOnly ? signWithKey : signTyped}>
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
          required={!keysOnly}
        />
        <SignerFields of={signer.fields} problem={problem} withPassword={!keysOnly} />
        {anew ? <BeginAnew onAnew={anew} /> : problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
        {lost && <LineLostNote onAgain={again} busy={busy} />}
        {noKey && <RefusalNote detail={say(keysOnly ? 'noKeyHere' : 'noKey')} />}
        {keysOnly && !keysWork() && <RefusalNote detail={say('keysNotHere')} />}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {say('staysLoggedIn', { name: me.displayName })}
          </Text>
          <Group gap="sm">
            {keysWork() && (
              <Button
                variant={keysOnly ? 'filled' : 'default'}
                leftSection={<KeyRound size={18} aria-hidden />}
                type={keysOnly ? 'submit' : 'button'}
                {...(keysOnly ? {} : { onClick: () => signWithKey() })}
                loading={busy}
                disabled={!stated}
              >
                {say('signWithKey')}
              </Button>
            )}
            {!keysOnly && (
              <Button type="submit" loading={busy} disabled={!ready}>
                {say('sign')}
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** A key that does not count its signatures signs an act once: there is another act to be signed, with all that was entered. */
function BeginAnew({ onAnew }: { onAnew: () => void }) {
  const say = useActWords();
  return (
    <Stack gap="xs">
      <RefusalNote detail={say('keySignsOnce')} next={say('anewHint')} code="signature_already_used" />
      <Group>
        <Button variant="default" onClick={onAnew}>
          {say('anew')}
        </Button>
      </Group>
    </Stack>
  );
}
