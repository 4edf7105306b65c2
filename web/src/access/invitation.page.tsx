import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { refusalWords } from '../acts/refusal-words.js';
import { api } from '../api/client.js';
import { LineLostNote, RefusalNote } from '../ui/notes.js';
import { Outside } from './outside.js';
import { useAsking } from './use-asking.js';
import { tokenOfLink } from './token-of-link.js';
import { useAccessWords } from './words.js';

/** Somebody invited, or who lost their password, chooses one: `/invitation/#token`. */
export function InvitationPage() {
  const say = useAccessWords();
  const [token] = useState(tokenOfLink);
  const [password, setPassword] = useState('');
  const [chosen, setChosen] = useState(false);
  const { busy, problem, lost, ask } = useAsking();
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void ask(async () => {
      await api.POST('/api/v1/auth/accept-invitation', { body: { token, password } });
      history.replaceState(null, '', '/invitation/');
      setChosen(true);
    });
  };
  if (chosen) {
    return (
      <Outside title={say('inviteTitle')}>
        <Text role="status">{say('chosen')}</Text>
        <Anchor href="/">{say('toLogIn')}</Anchor>
      </Outside>
    );
  }
  return (
    <Outside title={say('inviteTitle')} lead={say('inviteLead')}>
      {token === '' && <RefusalNote detail={say('noToken')} />}
      <form onSubmit={submit}>
        <Stack>
          <PasswordInput
            label={say('password')}
            description={say('passwordRule')}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoFocus
            required
          />
          {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
          {lost && <LineLostNote onAgain={submit} busy={busy} />}
          <Button type="submit" size="lg" loading={busy} disabled={token === ''}>
            {say('choose')}
          </Button>
        </Stack>
      </form>
    </Outside>
  );
}
