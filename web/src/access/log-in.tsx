import { ActionIcon, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { refusalWords } from '../acts/refusal-words.js';
import { LineLostNote, RefusalNote } from '../ui/notes.js';
import { CodeInput } from './code-input.js';
import { KeyLogIn } from './key-log-in.js';
import { Outside } from './outside.js';
import { forgetOnDevice, leaveLock, logIn, peopleOnDevice, type Away, type OnDevice } from './session.js';
import { useAsking } from './use-asking.js';
import { useAccessWords } from './words.js';

/** Nobody is logged in: whoever was here lately is one touch and a password away. */
export function LogInPage() {
  const say = useAccessWords();
  const [people, setPeople] = useState(peopleOnDevice);
  const [chosen, setChosen] = useState<OnDevice | 'other'>();
  const forget = ({ username }: OnDevice) => {
    forgetOnDevice(username);
    setPeople(peopleOnDevice());
  };
  if (people.length === 0 || chosen !== undefined) {
    const who = chosen === 'other' ? undefined : chosen;
    return (
      <Outside title={say('welcome')} lead={who?.displayName ?? say('lead')}>
        <CredentialsForm {...(who ? { username: who.username } : {})} action={say('logIn')} />
        <KeyLogIn username={who?.username} />
        {people.length > 0 && (
          <Button variant="subtle" onClick={() => setChosen(undefined)}>
            {say('whoAreYou')}
          </Button>
        )}
      </Outside>
    );
  }
  return (
    <Outside title={say('whoAreYou')}>
      <Stack gap="xs">
        {people.map((one) => (
          <Group key={one.username} gap="xs" wrap="nowrap">
            <Button variant="default" size="lg" fullWidth justify="flex-start" onClick={() => setChosen(one)}>
              {one.displayName}
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say('forget', { name: one.displayName })}
              onClick={() => forget(one)}
            >
              <X size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button size="lg" fullWidth onClick={() => setChosen('other')}>
          {say('someoneElse')}
        </Button>
        <KeyLogIn />
      </Stack>
    </Outside>
  );
}

/** The screen is locked: its owner goes on where they were, anybody else starts clean. */
export function LockPage({ away }: { away: Away }) {
  const say = useAccessWords();
  return (
    <Outside title={say('locked')} lead={say('lockedFor', { name: away.displayName })}>
      <CredentialsForm username={away.username} action={say('unlock')} />
      <KeyLogIn username={away.username} />
      <Button variant="subtle" onClick={leaveLock}>
        {say('switchTo')}
      </Button>
    </Outside>
  );
}

function CredentialsForm({ username: known, action }: { username?: string; action: string }) {
  const say = useAccessWords();
  const { busy, problem, lost, ask } = useAsking();
  const [username, setUsername] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [asksTotp, setAsksTotp] = useState(false);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void ask(() => logIn({ username: username.trim(), password, ...(totp === '' ? {} : { totp }) }));
  };
  if (problem?.code === 'second_factor_required' && !asksTotp) setAsksTotp(true);
  return (
    <form onSubmit={submit}>
      <Stack>
        {known === undefined && (
          <TextInput
            label={say('username')}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            required
          />
        )}
        <PasswordInput
          label={say('password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          autoFocus={known !== undefined}
          required
        />
        {asksTotp && <CodeInput value={totp} onChange={setTotp} description={say('totpHint')} autoFocus />}
        {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
        {lost && <LineLostNote onAgain={submit} busy={busy} />}
        <Button type="submit" size="lg" loading={busy}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}

/** No answer at all, before it is known who holds this browser's cookie. */
export function UnreachablePage() {
  const say = useAccessWords();
  return (
    <Outside title={say('unreachable')} lead={say('unreachableHint')}>
      <Text c="dimmed">…</Text>
    </Outside>
  );
}
