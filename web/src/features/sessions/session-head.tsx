import { Box, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { Patient } from '../../care/patient.js';
import type { PatientName } from '../../care/patient-names.js';
import { amount } from '../../i18n/format.js';
import { usePlanText } from './order-words.js';
import type { Session } from './session-state.js';
import { StandingBadge, Watched } from './standing-badge.js';
import { useSessionWords } from './words.js';

/** Whose session it is and what was ordered: what is looked at before every act. */
export function SessionHead({ of, name, now }: { of: Session; name: PatientName | undefined; now: number }) {
  const say = useSessionWords();
  const plan = usePlanText();
  const { amountMgPerKg, weightKg, orderedMg } = of.order;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="sm" mb="sm">
        <Patient of={name} big />
        <Group gap="md">
          <Watched of={of} now={now} />
          <StandingBadge of={of} />
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md" verticalSpacing="xs">
        <Fact title={say('room')}>{of.locationName}</Fact>
        <Fact title={say('product')}>
          {of.productName}
          {of.strengthMgPerMl !== undefined && ` ${amount(of.strengthMgPerMl, 'mg/mL')}`}
        </Fact>
        <Fact title={say('order')}>
          {amountMgPerKg !== undefined && weightKg !== undefined ? (
            <>
              {amount(amountMgPerKg, 'mg/kg')} × {amount(weightKg, 'kg')} = <b>{amount(orderedMg, 'mg')}</b>
            </>
          ) : (
            <b>{amount(orderedMg, 'mg')}</b>
          )}
          <br />
          {plan(of.order)}
        </Fact>
        <Fact title={say('prescriberAndRoute')}>
          {of.prescriberName}
          <br />
          {say(`route_${of.route}`)}
        </Fact>
      </SimpleGrid>
    </Paper>
  );
}

function Fact({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text component="div">{children}</Text>
    </Box>
  );
}
