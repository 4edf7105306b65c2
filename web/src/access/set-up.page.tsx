import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { fieldWords, refusalWords } from '../acts/refusal-words.js';
import { answer, api } from '../api/client.js';
import { LineLostNote, RefusalNote } from '../ui/notes.js';
import { Outside } from './outside.js';
import { useAsking } from './use-asking.js';
import { useAccessWords } from './words.js';
import { tokenOfLink } from './token-of-link.js';

const EMPTY = { organisationName: '', displayName: '', username: '', password: '' };

/** The first administrator, from the one-time link that the server prints. */
export function SetUpPage() {
  const say = useAccessWords();
  const [token] = useState(tokenOfLink);
  const [given, setGiven] = useState(EMPTY);
  const [created, setCreated] = useState(false);
  const { busy, problem, lost, ask } = useAsking();
  const field = (name: keyof typeof EMPTY) => ({
    value: given[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setGiven((before) => ({ ...before, [name]: value }));
    },
    error: fieldWords(problem, name),
    required: true,
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void ask(async () => {
      await answer(api.POST('/api/v1/setup', { body: { token, ...given } }));
      history.replaceState(null, '', '/setup/');
      setCreated(true);
    });
  };
  if (created) {
    return (
      <Outside title={say('setupTitle')}>
        <Text role="status">{say('created')}</Text>
        <Anchor href="/">{say('toLogIn')}</Anchor>
      </Outside>
    );
  }
  return (
    <Outside title={say('setupTitle')} lead={say('setupLead')}>
      {token === '' && <RefusalNote detail={say('noToken')} />}
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={say('organisation')} autoComplete="organization" {...field('organisationName')} />
          <TextInput label={say('displayName')} autoComplete="name" {...field('displayName')} />
          <TextInput
            label={say('username')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...field('username')}
          />
          <PasswordInput
            label={say('password')}
            description={say('passwordRule')}
            autoComplete="new-password"
            {...field('password')}
          />
          {problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />}
          {lost && <LineLostNote onAgain={submit} busy={busy} />}
          <Button type="submit" size="lg" loading={busy} disabled={token === ''}>
            {say('create')}
          </Button>
        </Stack>
      </form>
    </Outside>
  );
}
