import { ActionIcon, Button, Divider, Popover, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { CircleUserRound, Lock } from 'lucide-react';
import { useState } from 'react';
import { lock, logOut, useMe } from '../access/session.js';
import { Preferences } from './preferences.js';
import { useAppWords } from './words.js';

/** Who is at this device: locking it, leaving it to another, and what is one's own. */
export function PersonMenu({ siteId }: { siteId: string }) {
  const say = useAppWords();
  const me = useMe();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const go = (place: 'receipts' | 'account') => {
    setOpen(false);
    void navigate({ to: `/sites/$siteId/${place}`, params: { siteId } });
  };
  return (
    <>
      <ActionIcon variant="default" aria-label={say('lock')} title={`${say('lock')} (Alt+L)`} onClick={lock}>
        <Lock size={20} aria-hidden />
      </ActionIcon>
      {/* No menu, which has room for nothing but its items: there are fields in it. */}
      <Popover opened={open} onChange={setOpen} position="bottom-end" width={260} {...WITHIN}>
        <Popover.Target>
          <ActionIcon
            variant="default"
            aria-label={me.displayName}
            title={me.displayName}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <CircleUserRound size={22} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown role="group" aria-label={me.displayName} p="xs">
          <Text size="sm" c="dimmed" px="sm" py={4}>
            {me.displayName} ({me.username})
          </Text>
          <PersonAct onClick={logOut}>{say('switchPerson')}</PersonAct>
          <PersonAct onClick={() => go('receipts')}>{say('receipts')}</PersonAct>
          <PersonAct onClick={() => go('account')}>{say('account')}</PersonAct>
          <Divider my={4} />
          <Preferences />
          <Divider my={4} />
          <PersonAct onClick={logOut}>{say('logOut')}</PersonAct>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function PersonAct(of: { onClick: () => void; children: string }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      c="inherit"
      fw={400}
      fullWidth
      justify="flex-start"
      px="sm"
      onClick={of.onClick}
    >
      {of.children}
    </Button>
  );
}

/** What opens lies in the landmark of its button, and gives the focus back to it. */
const WITHIN = { withinPortal: false, trapFocus: true, returnFocus: true, withRoles: false } as const;
