import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keysWork } from '../../../access/keys.js';
import { refreshMe } from '../../../access/session.js';
import { useSite } from '../../../access/site.js';
import { answer, api } from '../../../api/client.js';
import { dateTime } from '../../../i18n/format.js';
import { CautionNote, ReadFailed, Waiting } from '../../../ui/notes.js';
import { EnrolKey } from './enrol-key.js';
import type { Key } from './key.js';
import { RemoveKey } from './remove-key.js';
import { RenameKey } from './rename-key.js';
import { useKeyWords } from './words.js';

const OWN_KEYS = queryOptions({
  queryKey: ['own-keys'],
  queryFn: () => answer(api.GET('/api/v1/auth/passkeys')),
});

/** One's own passkeys and security keys: enrol, name, remove. */
export function KeysSection() {
  const say = useKeyWords();
  const queries = useQueryClient();
  const [enrolling, setEnrolling] = useState(false);
  const [told, setTold] = useState('');
  const keys = useQuery(OWN_KEYS);
  const changed = async (what: string) => {
    setTold(what);
    setEnrolling(false);
    await queries.invalidateQueries(OWN_KEYS);
    await refreshMe();
  };
  if (keys.isPending) return <Waiting />;
  if (keys.isError) return <ReadFailed onRetry={() => void keys.refetch()} />;
  const { items } = keys.data;
  return (
    <Stack gap="sm">
      <Text>{say('lead')}</Text>
      {items.length === 0 && <Text c="dimmed">{say('none')}</Text>}
      {items.map((key) => (
        <OneKey key={key.passkeyId} of={key} onChanged={(what) => void changed(what)} />
      ))}
      <Text role="status">{told}</Text>
      {!keysWork() && <CautionNote>{say('notHere')}</CautionNote>}
      {keysWork() && !enrolling && (
        <Group>
          <Button onClick={() => setEnrolling(true)}>{say('add')}</Button>
        </Group>
      )}
      {enrolling && <EnrolKey onEnrolled={(name) => void changed(say('done', { name }))} />}
    </Stack>
  );
}

function OneKey({ of, onChanged }: { of: Key; onChanged: (what: string) => void }) {
  const say = useKeyWords();
  const { timeZone } = useSite();
  const [open, setOpen] = useState<'rename' | 'remove'>();
  const at = (iso: string) => ({ at: dateTime(iso, timeZone) });
  return (
    <Paper withBorder p="md" component="section" aria-label={of.name}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>{of.name}</Text>
          <Badge variant="light">{say(of.deviceBound ? 'bound' : 'synced')}</Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {say('added', at(of.addedAt))}
          {of.lastUsedAt !== undefined && `, ${say('used', at(of.lastUsedAt))}`}
        </Text>
        {open === undefined && (
          <Group gap="xs">
            <Button variant="default" size="sm" onClick={() => setOpen('rename')}>
              {say('rename')}
            </Button>
            <Button variant="default" size="sm" onClick={() => setOpen('remove')}>
              {say('remove')}
            </Button>
          </Group>
        )}
        {open === 'rename' && <RenameKey of={of} onDone={() => (setOpen(undefined), onChanged(''))} />}
        {open === 'remove' && <RemoveKey of={of} onDone={() => onChanged(say('removed', { name: of.name }))} />}
      </Stack>
    </Paper>
  );
}
