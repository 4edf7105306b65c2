import { Button, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { askKey, makeKey, type Attestation, type NoKey } from '../../../access/keys.js';
import { useAsking } from '../../../access/use-asking.js';
import { refusalWords } from '../../../acts/refusal-words.js';
import { answer, api } from '../../../api/client.js';
import type { components } from '../../../api/schema.gen.js';
import { LineLostNote, RefusalNote } from '../../../ui/notes.js';
import { Confirm, type Confirmation } from './confirm.js';
import { useKeyWords } from './words.js';

type Options = components['schemas']['EnrolmentOptionsAnswer'];

/** Two steps: that it is oneself, then the key, and for a first key somebody who vouches. */
export function EnrolKey({ onEnrolled }: { onEnrolled: (name: string) => void }) {
  const say = useKeyWords();
  const [options, setOptions] = useState<Options>();
  const confirmed = async (body: Confirmation) => {
    setOptions(await answer(api.POST('/api/v1/auth/passkeys/options', { body })));
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={say('add')}>
      <Title order={3} size="h5" mb="sm">
        {say(options ? 'makeTitle' : 'confirmTitle')}
      </Title>
      {options ? (
        <MakeKey of={options} onEnrolled={onEnrolled} />
      ) : (
        <Confirm button={say('goOn')} onGiven={confirmed} />
      )}
    </Paper>
  );
}

function MakeKey({ of, onEnrolled }: { of: Options; onEnrolled: (name: string) => void }) {
  const say = useKeyWords();
  const { busy, problem, lost, ask } = useAsking();
  const [name, setName] = useState('');
  const [voucher, setVoucher] = useState({ username: '', password: '', totp: '' });
  /** Made once: what is refused for the voucher is sent again with the same key. */
  const [made, setMade] = useState<Attestation>();
  const [none, setNone] = useState<NoKey>();
  const { voucherNeeded } = of;
  const [byKey, setByKey] = useState(false);
  const { username, password, totp } = voucher;
  const typed = { username, password, ...(totp === '' ? {} : { totp }) };
  const enrol = (voucherByKey: boolean) => {
    setByKey(voucherByKey);
    void ask(async () => {
      setNone(undefined);
      const key = made ? { answer: made } : await makeKey(of.options);
      if ('none' in key) return setNone(key.none);
      const attestation = key.answer;
      setMade(attestation);
      const beside = !voucherNeeded ? {} : voucherByKey ? await vouchByKey(attestation, username) : { voucher: typed };
      if ('none' in beside) return setNone(beside.none);
      await api.POST('/api/v1/auth/passkeys', { body: { name, attestation, ...beside } });
      onEnrolled(name);
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enrol(false);
  };
  const field = (which: keyof typeof voucher) => ({
    value: voucher[which],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setVoucher((before) => ({ ...before, [which]: value })),
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw="28rem">
        <TextInput
          label={say('name')}
          description={say('nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={60}
          autoFocus
          required
        />
        {voucherNeeded && (
          <>
            <Text>{say('voucherLead')}</Text>
            <TextInput
              label={say('voucherName')}
              autoComplete="off"
              autoCapitalize="none"
              {...field('username')}
              required
            />
            <PasswordInput label={say('voucherPassword')} autoComplete="off" {...field('password')} required />
            <TextInput
              label={say('voucherTotp')}
              inputMode="numeric"
              maxLength={6}
              autoComplete="off"
              {...field('totp')}
            />
          </>
        )}
        {none !== undefined && <RefusalNote detail={say(`noKey_${none}`)} />}
        {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
        {lost && <LineLostNote onAgain={() => enrol(byKey)} busy={busy} />}
        <Group>
          <Button type="submit" loading={busy}>
            {say('make')}
          </Button>
          {voucherNeeded && (
            <Button
              variant="default"
              leftSection={<KeyRound size={18} aria-hidden />}
              onClick={() => enrol(true)}
              loading={busy}
              disabled={name.trim() === ''}
            >
              {say('makeVouchedByKey')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** A key of whoever vouches is asked for exactly this: the key that was made, for this person. */
async function vouchByKey(attestation: Attestation, username: string) {
  const body = { attestation, ...(username.trim() === '' ? {} : { username: username.trim() }) };
  const used = await askKey(await answer(api.POST('/api/v1/auth/passkeys/voucher-options', { body })));
  return 'none' in used ? used : { voucher: { assertion: used.answer } };
}
