import { Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSite } from '../../access/site.js';
import { Patient } from '../../care/patient.js';
import type { PatientName } from '../../care/patient-names.js';
import { amount, timeOfDay } from '../../i18n/format.js';
import { standing, type SessionListed } from './session-state.js';
import { StandingBadge, Watched } from './standing-badge.js';
import classes from './today.module.css';
import { useSessionWords } from './words.js';

/** A session on the board: who, where, what was ordered, and what it waits for. The whole card leads there. */
export function SessionCard({ of, name, now }: { of: SessionListed; name: PatientName | undefined; now: number }) {
  const say = useSessionWords();
  const { siteId, timeZone } = useSite();
  return (
    <Box
      renderRoot={(props) => (
        <Link to="/sites/$siteId/sessions/$sessionId" params={{ siteId, sessionId: of.sessionId }} {...props} />
      )}
      className={`${classes.card} ${standing(of) === 'in_hand' ? classes.hand : ''}`}
    >
      <Box>
        <Patient of={name} />
        <Text size="sm" c="dimmed">
          {say('begunBy', { name: of.nurseName, time: timeOfDay(of.startedAt, timeZone) })}
        </Text>
      </Box>
      <Box>
        <Text fw={600}>{of.locationName}</Text>
        <Text size="sm" c="dimmed">
          {of.productName} · <span className={classes.whole}>{amount(of.order.orderedMg, 'mg')}</span>
        </Text>
      </Box>
      <Box className={classes.state}>
        <StandingBadge of={of} />
        <Watched of={of} now={now} />
      </Box>
    </Box>
  );
}
