import { Box, Group, Text } from '@mantine/core';
import { CircleCheck, Hand } from 'lucide-react';
import { amount } from '../../i18n/format.js';
import { mlOfMg } from '../../ui/quantity.js';
import { mgFromUg } from '../../../../src/domain/amounts.js';
import classes from './in-hand-bar.module.css';
import { pendingUg, type Session } from './session-state.js';
import { useSessionWords } from './words.js';

/** What is in hand, at the foot of the session and always in sight, until it is nothing. */
export function InHandBar({ of }: { of: Session }) {
  const say = useSessionWords();
  const isNothing = of.inHandMg === '0';
  if (isNothing && !of.anythingDrawn) return null;
  const Icon = isNothing ? CircleCheck : Hand;
  const waiting = pendingUg(of);
  const from = of.containers.map(({ container }) => container);
  return (
    <Box
      component="section"
      role="status"
      aria-label={say('inHand')}
      data-in-hand={of.inHandMg}
      className={`${classes.bar} ${isNothing ? classes.nothing : classes.hand}`}
    >
      <Icon size={26} aria-hidden />
      <Box style={{ flex: 1, minWidth: 0 }}>
        {isNothing ? (
          <Text fw={700}>{say('nothingInHand')}</Text>
        ) : (
          <Group gap="0 0.5rem" align="baseline">
            <Text>{say('inHand')}</Text>
            <Text fw={800} size="xl">
              {amount(of.inHandMg, 'mg')}
            </Text>
            <InMl mg={of.inHandMg} strength={of.strengthMgPerMl} />
          </Group>
        )}
        {!isNothing && waiting > 0 && (
          <Text size="sm">{say('waitsForWitnesses', { amount: amount(mgFromUg(waiting), 'mg') })}</Text>
        )}
      </Box>
      {!isNothing && from.length > 0 && (
        <Box className={classes.from}>
          {of.containers.map(({ container, drawnMg }) => (
            <Text key={container} size="sm">
              {say('drawnFrom', {
                container,
                amount: amount(drawnMg, 'mg'),
                volume: volumeText(drawnMg, of.strengthMgPerMl),
              })}
            </Text>
          ))}
        </Box>
      )}
    </Box>
  );
}

function InMl({ mg, strength }: { mg: string; strength: string | undefined }) {
  const ml = mlOfMg(mg, strength);
  return ml === undefined ? null : (
    <Text fw={700} size="lg">
      {amount(ml, 'mL')}
    </Text>
  );
}

function volumeText(mg: string, strength: string | undefined): string {
  const ml = mlOfMg(mg, strength);
  return ml === undefined ? '' : ` · ${amount(ml, 'mL')}`;
}
