import { Anchor, Button, SegmentedControl, Text } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { useAccessWords } from '../../access/words.js';
import { Meaning } from '../../ui/badges.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { AddPerson } from './add-person.js';
import { PersonDialog } from './person-dialog.js';
import { lastDayOf } from './role-fields.js';
import { useEverybody, type Somebody } from './queries.js';
import { usePeopleWords } from './words.js';

/** A person comes, a person goes: accounts, and who is what at this site. */
export function PeoplePage() {
  const say = usePeopleWords();
  const people = useEverybody();
  const [shown, setShown] = useState<'here' | 'everybody'>('here');
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const rows = (people.data ?? []).filter(({ roles }) => shown === 'everybody' || roles.length > 0);
  const open = people.data?.find(({ personId }) => personId === openId);
  const add = (
    <Button leftSection={<UserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  return (
    <Page title={say('title')} lead={say('lead')} actions={add} wide>
      <SegmentedControl
        aria-label={say('filter')}
        data={[
          { value: 'here', label: say('here') },
          { value: 'everybody', label: say('everybody') },
        ]}
        value={shown}
        onChange={(value) => setShown(value as typeof shown)}
        maw="28rem"
      />
      {people.isPending && <Waiting />}
      {people.isError && <ReadFailed onRetry={() => void people.refetch()} />}
      {people.isSuccess && rows.length === 0 && <Empty title={say('emptyTitle')}>{say('emptyHint')}</Empty>}
      {rows.length > 0 && <PeopleList rows={rows} onOpen={setOpenId} />}
      {adding && <AddPerson onClose={() => setAdding(false)} />}
      {open && <PersonDialog key={open.personId} person={open} onClose={() => setOpenId(undefined)} />}
    </Page>
  );
}

function PeopleList({ rows, onOpen }: { rows: readonly Somebody[]; onOpen: (personId: string) => void }) {
  const say = usePeopleWords();
  const sayRole = useAccessWords();
  const { timeZone } = useSite();
  const rolesOf = ({ roles }: Somebody) =>
    roles
      .map(({ role, until }) =>
        until === undefined
          ? sayRole(`role_${role}`)
          : `${sayRole(`role_${role}`)} (${say('until', { day: lastDayOf(until, timeZone) })})`,
      )
      .join(', ');
  const columns: Column<Somebody>[] = [
    {
      key: 'name',
      title: say('name'),
      cell: (one) => (
        <Anchor component="button" type="button" ta="left" mih={44} onClick={() => onOpen(one.personId)}>
          {one.displayName}
        </Anchor>
      ),
    },
    { key: 'username', title: say('username'), cell: ({ username }) => username, wideOnly: true },
    { key: 'roles', title: say('roles'), cell: (one) => rolesOf(one) || <Text c="dimmed">{say('noRole')}</Text> },
    { key: 'state', title: say('state'), cell: (one) => <AccountState of={one} />, wideOnly: true },
  ];
  return <DataList label={say('title')} columns={columns} rows={rows} rowKey={({ personId }) => personId} />;
}

function AccountState({ of: { disabled, hasPassword, hasSecondFactor } }: { of: Somebody }) {
  const say = usePeopleWords();
  if (disabled) return <Meaning is="missing">{say('stateDisabled')}</Meaning>;
  if (!hasPassword) return <Text fw={600}>{say('stateInvited')}</Text>;
  return <Text>{say(hasSecondFactor ? 'stateSecond' : 'statePlain')}</Text>;
}
