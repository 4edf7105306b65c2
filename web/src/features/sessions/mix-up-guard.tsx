import { Anchor, Box, Input, Radio, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSite } from '../../access/site.js';
import { Patient } from '../../care/patient.js';
import { usePatientNames } from '../../care/patient-names.js';
import classes from '../../care/choice.module.css';
import { amount } from '../../i18n/format.js';
import { CautionNote } from '../../ui/notes.js';
import type { Session, SessionListed } from './session-state.js';
import { useSessionWords } from './words.js';

/**
 * Another session of the same product is open in this room or with this nurse: a waste of one is easily booked to the other. So
 * both stand side by side by name, none is chosen, and nobody can sign before somebody has said whose it is.
 */
export function MixUpGuard({
  session,
  others,
  whose,
  onWhose,
  error,
}: {
  session: Session;
  others: readonly SessionListed[];
  whose: string | undefined;
  onWhose: (sessionId: string) => void;
  error: string | undefined;
}) {
  const say = useSessionWords();
  const { siteId } = useSite();
  // By the same order every time: the own one is not the one a finger finds by habit.
  const all = [session, ...others].sort((one, other) => one.sessionId.localeCompare(other.sessionId));
  const names = usePatientNames(all.map(({ patientId }) => patientId));
  const other = others.find(({ sessionId }) => sessionId === whose);
  return (
    <Stack gap="sm">
      <CautionNote>{say('alikeOpen', { product: session.productName })}</CautionNote>
      <Input.Wrapper size="md" label={say('whoseIsIt')} labelElement="div" error={error} required>
        <Stack gap="xs" role="radiogroup" aria-label={say('whoseIsIt')} mt={4}>
          {all.map((one) => (
            <Box key={one.sessionId} className={`${classes.choice} ${whose === one.sessionId ? classes.chosen : ''}`}>
              <Radio
                name="whose"
                value={one.sessionId}
                checked={whose === one.sessionId}
                onChange={() => onWhose(one.sessionId)}
                label={<Patient of={names.get(one.patientId)} />}
                description={say('alikeOne', {
                  room: one.locationName,
                  nurse: one.nurseName,
                  amount: amount(one.inHandMg, 'mg'),
                })}
              />
            </Box>
          ))}
        </Stack>
      </Input.Wrapper>
      {other && (
        <Text role="alert" fw={600}>
          {say('notThisSession')}{' '}
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => (
              <Link
                to="/sites/$siteId/sessions/$sessionId"
                params={{ siteId, sessionId: other.sessionId }}
                {...props}
              />
            )}
          >
            {say('openThatSession')}
          </Anchor>
        </Text>
      )}
    </Stack>
  );
}
