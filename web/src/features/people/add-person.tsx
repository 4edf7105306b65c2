import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { ActDialog } from '../../acts/act-dialog.js';
import { fieldWords, refusalWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { RefusalNote } from '../../ui/notes.js';
import { OneTimeLink, type NewLink } from './one-time-link.js';
import { grantOf, NO_ROLE, RoleFields, type RoleGiven } from './role-fields.js';
import { usePeopleWords } from './words.js';

type NewPerson = components['schemas']['NewPersonRequest'];
type Grant = components['schemas']['GrantRoleRequest'];

/** An invitation lasts three days (src/platform/access/login/invitation.service.ts). */
const INVITATION_DAYS = 3;

/** Somebody comes: an account, a role here, and a link to choose a password. Two acts, and the second may be refused alone. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const say = usePeopleWords();
  const { siteId, timeZone } = useSite();
  const [displayName, setDisplayName] = useState('');
  const [username, setUsername] = useState('');
  const [role, setRole] = useState<RoleGiven>(NO_ROLE);
  const [link, setLink] = useState<NewLink>();
  const giving = useAct({
    post: (body: Grant, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/roles', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const adding = useAct({
    post: (body: NewPerson, key) =>
      answer(api.POST('/api/v1/people', { params: { header: { 'Idempotency-Key': key } }, body })),
    done: ({ personId, token, displayName: name }) => {
      setLink({ name, token, days: INVITATION_DAYS });
      const grant = grantOf(role, timeZone);
      if (grant) void giving.send({ personId, ...grant });
    },
  });
  if (link) {
    const { problem } = giving;
    const note = problem && <RefusalNote {...refusalWords(problem)} code={problem.code} />;
    return <OneTimeLink link={link} note={note} onDone={onClose} />;
  }
  const ready = displayName.trim() !== '' && username.trim() !== '' && (role.role !== 'inspector' || role.until !== '');
  return (
    <ActDialog
      title={say('addTitle')}
      lead={say('addLead')}
      button={say('addButton')}
      act={adding}
      ready={ready}
      onSubmit={() => void adding.send({ displayName: displayName.trim(), username: username.trim() })}
      onClose={onClose}
    >
      <TextInput
        label={say('displayName')}
        value={displayName}
        onChange={({ currentTarget }) => setDisplayName(currentTarget.value)}
        error={fieldWords(adding.problem, 'displayName')}
        data-autofocus
        required
      />
      <TextInput
        label={say('username')}
        description={say('usernameHint')}
        value={username}
        onChange={({ currentTarget }) => setUsername(currentTarget.value)}
        error={fieldWords(adding.problem, 'username')}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <RoleFields value={role} onChange={setRole} mayBeNone />
    </ActDialog>
  );
}
