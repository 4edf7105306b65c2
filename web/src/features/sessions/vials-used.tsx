import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay, useSite } from '../../access/site.js';
import { day } from '../../i18n/format.js';
import type { Session } from './session-state.js';
import { useSessionWords } from './words.js';

/** The vials a session drew from, and what is to be done with one that is empty or past its date. */
export function VialsUsed({ session }: { session: Session }) {
  const say = useSessionWords();
  const may = useMay();
  const { siteId } = useSite();
  const vials = session.containers.filter(({ state }) => state !== 'taken');
  if (vials.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={say('vialsUsed')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {say('vialsUsed')}
        </Title>
        {vials.map(({ container, state, lotNumber, expiresOn, beyondUseOn }) => (
          <Group key={container} justify="space-between" gap="sm">
            <Text>
              <Anchor
                inherit
                underline="always"
                renderRoot={(props) => (
                  <Link to="/sites/$siteId/containers/$container" params={{ siteId, container }} {...props} />
                )}
              >
                {container}
              </Anchor>{' '}
              <Text span c="dimmed">
                {say('lot', { lot: lotNumber })} ·{' '}
                {state === 'open' ? say('openUntil', { day: day(beyondUseOn ?? expiresOn) }) : say('vialEmpty')}
              </Text>
            </Text>
            {state === 'open' && (
              <Group gap="xs">
                {may('wastage:record') && (
                  <Button
                    variant="default"
                    size="sm"
                    mih={44}
                    renderRoot={(props) => (
                      <Link
                        to="/sites/$siteId/containers/$container/waste"
                        params={{ siteId, container }}
                        search={{ session: session.sessionId }}
                        {...props}
                      />
                    )}
                  >
                    {say('wasteOfVial')}
                  </Button>
                )}
                {may('closeout:record') && (
                  <Button
                    variant="default"
                    size="sm"
                    mih={44}
                    renderRoot={(props) => (
                      <Link
                        to="/sites/$siteId/containers/$container/close-out"
                        params={{ siteId, container }}
                        {...props}
                      />
                    )}
                  >
                    {say('closeOut')}
                  </Button>
                )}
              </Group>
            )}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
