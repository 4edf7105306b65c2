import { ActionIcon, Box, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../access/site.js';
import { Patient } from '../../care/patient.js';
import type { PatientName } from '../../care/patient-names.js';
import { amount } from '../../i18n/format.js';
import { usePlanText } from './order-words.js';
import type { Session } from './session-state.js';
import { CorrectPatient } from './register-patient.js';
import { StandingBadge, Watched } from './standing-badge.js';
import { useSessionWords } from './words.js';

/** Whose session it is and what was ordered: what is looked at before every act. */
export function SessionHead({ of, name, now }: { of: Session; name: PatientName | undefined; now: number }) {
  const say = useSessionWords();
  const plan = usePlanText();
  const may = useMay();
  const [correcting, setCorrecting] = useState(false);
  const { amountMgPerKg, weightKg, orderedMg } = of.order;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="sm" mb="sm">
        <Group gap="xs">
          <Patient of={name} big />
          {may('patient:register') && name?.name !== undefined && (
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={say('correctPatient')}
              title={say('correctPatient')}
              onClick={() => setCorrecting(true)}
            >
              <Pencil size={18} aria-hidden />
            </ActionIcon>
          )}
        </Group>
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
      {correcting && <CorrectPatient patientId={of.patientId} onClose={() => setCorrecting(false)} />}
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
