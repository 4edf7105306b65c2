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
import { answer, api } from '../api/client.js';
import { peopleOf } from '../api/reads.js';
import { LineLostNote, RefusalNote } from '../ui/notes.js';
import { refusalWords } from './refusal-words.js';
import { SignerFields, useSigner } from './signer-fields.js';
import {
  signOne,
  signTogether,
  statementOf,
  type Meaning,
  type Signature,
  type ToSign,
  type ToSignTogether,
} from './signing.js';
import { useActWords } from './words.js';

/** One signer: who they are, what they saw, and their password or key. `taken` have signed already. */
export function SignerForm({
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
  const { busy, problem, lost, ask, again } = useAsking();
  const [username, setUsername] = useState<string | null>(null);
  const signer = useSigner({ asWitness: meaning === 'witnessed' });
  const [noKey, setNoKey] = useState(false);
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
  const sign = (event?: FormEvent) => {
    event?.preventDefault();
    if (username === null) return;
    setNoKey(false);
    const credentials = { username, ...signer.credentials };
    const work = async () => {
      if ('together' in toSign) onSigned(await signTogether(params, toSign, credentials));
      else onSigned(await signOne(params, { ...statementOf(toSign), meaning, attests, ...credentials }));
    };
    void ask(work, { byItself: true });
  };
  /** A key is asked for the act itself: what it answers is good for nothing else, and its person touches it again. */
  const signWithKey = (one: ToSign) => {
    setNoKey(false);
    void ask(async () => {
      const path = { siteId };
      const body = { ...statementOf(one), ...(username === null ? {} : { username }) };
      const used = await askKey(
        await answer(api.POST('/api/v1/sites/{siteId}/signatures/options', { params: { path }, body })),
      );
      if ('none' in used) setNoKey(true);
      else onSigned(await signOne(params, { ...statementOf(one), meaning, attests, assertion: used.answer }));
    });
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
        <SignerFields of={signer.fields} problem={problem} />
        {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
        {lost && <LineLostNote onAgain={again} busy={busy} />}
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
