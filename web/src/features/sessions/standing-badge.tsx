import { Badge, Group, Text } from '@mantine/core';
import { Eye, DoorOpen } from 'lucide-react';
import { useSite } from '../../access/site.js';
import { age, amount, timeOfDay } from '../../i18n/format.js';
import { Meaning } from '../../ui/badges.js';
import { standing, watched, type SessionListed } from './session-state.js';
import { useSessionWords } from './words.js';

/** What a session waits for, in a word with its colour and sign. */
export function StandingBadge({ of }: { of: SessionListed }) {
  const say = useSessionWords();
  switch (standing(of)) {
    case 'in_hand':
      return <Meaning is="hand">{say('stateInHand', { amount: amount(of.inHandMg, 'mg') })}</Meaning>;
    case 'balanced':
      return <Meaning is="balanced">{say('stateBalanced')}</Meaning>;
    case 'ended':
      return (
        <Badge variant="light" color="gray" size="lg" tt="none" c="inherit">
          {say('stateEnded')}
        </Badge>
      );
    case 'not_drawn':
      return (
        <Badge variant="outline" color="gray" size="lg" tt="none" c="inherit">
          {say('stateNotDrawn')}
        </Badge>
      );
  }
}

/** Until when the patient is watched, by the ledger's clock; or that they may go. */
export function Watched({ of, now }: { of: SessionListed; now: number }) {
  const say = useSessionWords();
  const { timeZone } = useSite();
  const state = watched(of, now);
  const { observeUntil } = of.observation;
  if (state === undefined || observeUntil === undefined) return null;
  const minutes = Math.ceil((Date.parse(observeUntil) - now) / 60_000);
  return (
    <Group gap={6} wrap="nowrap" component="span">
      {state === 'watched' ? <Eye size={18} aria-hidden /> : <DoorOpen size={18} aria-hidden />}
      <Text span size="sm" fw={state === 'may_go' ? 700 : 400}>
        {state === 'watched'
          ? say('mayGoAt', { time: timeOfDay(observeUntil, timeZone), left: age(minutes) })
          : say('mayGo', { time: timeOfDay(observeUntil, timeZone) })}
      </Text>
    </Group>
  );
}
