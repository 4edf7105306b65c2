import { Button, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../access/session.js';
import { useSite } from '../../access/site.js';
import { useAccessWords } from '../../access/words.js';
import { ActNotes } from '../../acts/act-notes.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { Dialog } from '../../ui/dialog.js';
import { NewLinkForm } from './new-link.js';
import { OneTimeLink, type NewLink } from './one-time-link.js';
import type { RoleOfPerson, Somebody } from './queries.js';
import { grantOf, lastDayOf, NO_ROLE, RoleFields } from './role-fields.js';
import { usePeopleWords } from './words.js';

/** What somebody is here, and their account: given, taken, ended at once. */
export function PersonDialog({ person, onClose }: { person: Somebody; onClose: () => void }) {
  const say = usePeopleWords();
  const me = useMe();
  const [link, setLink] = useState<NewLink>();
  if (link) return <OneTimeLink link={link} onDone={() => setLink(undefined)} />;
  return (
    <Dialog onClose={onClose} title={`${person.displayName} (${person.username})`}>
      <Stack>
        {person.personId === me.personId ? (
          <Text>{say('itsYou')}</Text>
        ) : (
          <>
            <Roles person={person} />
            <Divider />
            <Account person={person} onLink={setLink} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('done')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Roles({ person }: { person: Somebody }) {
  const say = usePeopleWords();
  const { siteId, timeZone } = useSite();
  const [given, setGiven] = useState(NO_ROLE);
  const giving = useAct({
    post: (body: components['schemas']['GrantRoleRequest'], key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/roles', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: () => setGiven(NO_ROLE),
  });
  const grant = grantOf(given, timeZone);
  return (
    <Stack component="section" gap="sm" aria-label={say('rolesTitle')}>
      <Title order={3} size="h4">
        {say('rolesTitle')}
      </Title>
      {person.roles.length === 0 && <Text c="dimmed">{say('noRole')}</Text>}
      {person.roles.map((role) => (
        <HeldRole key={role.grantId} role={role} />
      ))}
      <RoleFields value={given} onChange={setGiven} problem={giving.problem} />
      <ActNotes act={giving} />
      <Button
        variant="default"
        loading={giving.sending}
        disabled={!grant || (given.role === 'inspector' && given.until === '')}
        onClick={() => grant && void giving.send({ personId: person.personId, ...grant })}
      >
        {say('grant')}
      </Button>
    </Stack>
  );
}

function HeldRole({ role: held }: { role: RoleOfPerson }) {
  const say = usePeopleWords();
  const { siteId, timeZone } = useSite();
  const { grantId, role, until } = held;
  const withdrawing = useAct({
    post: (_: object, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/roles/{grantId}/withdraw', {
          params: { path: { siteId, grantId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
  const name = useAccessWords()(`role_${role}`);
  return (
    <>
      <Group justify="space-between">
        <Text fw={600}>
          {name}
          {until !== undefined && ` · ${say('until', { day: lastDayOf(until, timeZone) })}`}
        </Text>
        <Button
          size="sm"
          variant="default"
          aria-label={say('withdrawOf', { role: name })}
          loading={withdrawing.sending}
          onClick={() => void withdrawing.send({})}
        >
          {say('withdraw')}
        </Button>
      </Group>
      <ActNotes act={withdrawing} />
    </>
  );
}

function Account({ person, onLink }: { person: Somebody; onLink: (link: NewLink) => void }) {
  const say = usePeopleWords();
  const { personId } = person;
  const at = (key: string) => ({ path: { personId }, header: { 'Idempotency-Key': key } });
  const ending = useAct({
    post: (_: object, key) => answer(api.POST('/api/v1/people/{personId}/end-sessions', { params: at(key) })),
  });
  const [ended, setEnded] = useState(false);
  const switching = useAct({
    post: (disable: boolean, key) =>
      disable
        ? answer(api.POST('/api/v1/people/{personId}/disable', { params: at(key) }))
        : answer(api.POST('/api/v1/people/{personId}/enable', { params: at(key) })),
  });
  return (
    <Stack component="section" gap="lg" aria-label={say('accountTitle')}>
      <Title order={3} size="h4">
        {say('accountTitle')}
      </Title>
      {!person.disabled && (
        <>
          <NewLinkForm person={person} onLink={onLink} />
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{say('endSessionsHint')}</Text>
            <Button
              variant="default"
              loading={ending.sending}
              onClick={() => void ending.send({}).then((answered) => setEnded(answered !== undefined))}
            >
              {say('endSessions')}
            </Button>
            {ended && <Text role="status">{say('sessionsEnded')}</Text>}
            <ActNotes act={ending} />
          </Stack>
        </>
      )}
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say(person.disabled ? 'enableHint' : 'disableHint')}</Text>
        <Button
          {...(person.disabled ? { variant: 'default' } : { color: 'red' })}
          loading={switching.sending}
          onClick={() => void switching.send(!person.disabled)}
        >
          {say(person.disabled ? 'enable' : 'disable')}
        </Button>
        <ActNotes act={switching} />
      </Stack>
    </Stack>
  );
}
