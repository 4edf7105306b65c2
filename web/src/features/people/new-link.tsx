import { Button, Checkbox, Group, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { askKey, keysWork } from '../../access/keys.js';
import { useAsking } from '../../access/use-asking.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords, refusalWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import type { components } from '../../api/schema.gen.js';
import { LineLostNote, RefusalNote } from '../../ui/notes.js';
import type { NewLink } from './one-time-link.js';
import type { Somebody } from './queries.js';
import { usePeopleWords } from './words.js';

type Request = components['schemas']['NewLinkRequest'];

/** A reset lasts a day (src/platform/access/login/invitation.service.ts). */
const RESET_DAYS = 1;

/** Whoever approves, as they type it themselves at this screen. */
interface Approver {
  readonly username: string;
  readonly password: string;
  readonly totp: string;
}
const NOBODY: Approver = { username: '', password: '', totp: '' };

/**
 * A new link for a password that was lost. Where keys and authenticator are lost too, a second person stands beside the
 * administrator and approves that the link takes them away.
 */
export function NewLinkForm({ person, onLink }: { person: Somebody; onLink: (link: NewLink) => void }) {
  const say = usePeopleWords();
  const { personId, displayName: name } = person;
  const [lost, setLost] = useState(false);
  const [approver, setApprover] = useState(NOBODY);
  const inviting = useAct({
    post: (body: Request, key) =>
      answer(
        api.POST('/api/v1/people/{personId}/invitations', {
          params: { path: { personId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: ({ token }) => onLink({ name, token, days: RESET_DAYS }),
  });
  const ready = !lost || (approver.username.trim() !== '' && approver.password !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void inviting.send(requestOf(lost, approver));
  };
  const asking = useAsking();
  const [noKey, setNoKey] = useState(false);
  /** A key of the approver is asked for exactly this link; its answer is good for no other. */
  const approveByKey = () =>
    void asking.ask(async () => {
      setNoKey(false);
      const username = approver.username.trim();
      const body = { idempotencyKey: inviting.key, ...(username === '' ? {} : { username }) };
      const used = await askKey(
        await answer(
          api.POST('/api/v1/people/{personId}/invitations/options', { params: { path: { personId } }, body }),
        ),
      );
      if ('none' in used) setNoKey(true);
      else await inviting.send({ removeSecondFactor: true, approver: { assertion: used.answer } });
    });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{say('newLinkHint')}</Text>
        {(person.hasSecondFactor || person.hasPasskey) && (
          <Checkbox
            label={say('lostDevice')}
            checked={lost}
            onChange={({ currentTarget: { checked } }) => {
              setLost(checked);
              setApprover(NOBODY);
              inviting.clearProblem();
            }}
          />
        )}
        {lost && <ApproverFields name={name} value={approver} onChange={setApprover} problem={inviting.problem} />}
        <ActNotes act={inviting} />
        {noKey && <RefusalNote detail={say('approverNoKey')} />}
        {asking.problem && <RefusalNote {...refusalWords(asking.problem)} code={asking.problem.code} />}
        {asking.lost && <LineLostNote onAgain={asking.again} busy={asking.busy} />}
        <Group>
          <Button type="submit" variant="default" loading={inviting.sending} disabled={!ready}>
            {say(lost ? 'newLinkApproved' : 'newLink')}
          </Button>
          {lost && keysWork() && (
            <Button
              variant="default"
              leftSection={<KeyRound size={18} aria-hidden />}
              onClick={approveByKey}
              loading={asking.busy || inviting.sending}
              disabled={inviting.waiting}
            >
              {say('newLinkByKey')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function ApproverFields({
  name,
  value,
  onChange,
  problem,
}: {
  name: string;
  value: Approver;
  onChange: (next: Approver) => void;
  problem: Problem | undefined;
}) {
  const say = usePeopleWords();
  const field = (which: keyof Approver) => ({
    value: value[which],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...value, [which]: currentTarget.value }),
    error: againstField(problem, which),
  });
  return (
    <Paper withBorder p="md" w="100%" component="section" aria-label={say('approverTitle')}>
      <Stack gap="sm">
        <Text fw={600}>{say('approverTitle')}</Text>
        <Text size="sm">{say('approverLead', { name })}</Text>
        <TextInput
          label={say('approverName')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...field('username')}
          required
        />
        <PasswordInput label={say('approverPassword')} autoComplete="off" {...field('password')} required />
        <TextInput
          label={say('approverTotp')}
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          {...field('totp')}
        />
      </Stack>
    </Paper>
  );
}

/** The body of the request: of the approver only what was typed, and nobody where nothing is taken away. */
function requestOf(lost: boolean, { username, password, totp }: Approver): Request {
  if (!lost) return { removeSecondFactor: false };
  const code = totp.trim();
  const approver = { username: username.trim(), password, ...(code === '' ? {} : { totp: code }) };
  return { removeSecondFactor: true, approver };
}

/** Which of the fields a refusal is about: who it is, their password, or the code that they must add. */
function againstField(problem: Problem | undefined, which: keyof Approver): string | undefined {
  if (!problem) return undefined;
  const about =
    problem.code === 'invalid_credentials'
      ? 'password'
      : problem.code === 'second_factor_required'
        ? 'totp'
        : problem.field === 'approver'
          ? 'username'
          : undefined;
  return about === which ? refusalWords(problem).detail : fieldWords(problem, `approver.${which}`);
}
