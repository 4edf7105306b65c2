import { Box, Button, Input, Radio, Stack, Text } from '@mantine/core';
import { ScanLine } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { localDate } from '../../../../src/domain/local-date.js';
import { useSite } from '../../access/site.js';
import { ledgerNow } from '../../api/ledger-clock.js';
import type { components } from '../../api/schema.gen.js';
import classes from '../../care/choice.module.css';
import { day } from '../../i18n/format.js';
import { useSessionWords } from './words.js';

export type Container = components['schemas']['ContainerDto'];
const SHOWN = 4;

/** Which vial or kit: those of this room and product, what is open first. A scan chooses too, wherever the focus is. */
export function ContainerChoice({
  containers,
  patientId,
  value,
  onChange,
  error,
}: {
  containers: readonly Container[];
  patientId: string;
  value: string;
  onChange: (label: string) => void;
  error?: ReactNode;
}) {
  const say = useSessionWords();
  const [all, setAll] = useState(false);
  const { timeZone } = useSite();
  const today = localDate(ledgerNow(), timeZone);
  const isHere = containers.some(({ label }) => label === value);
  const shown = all ? containers : containers.filter(({ label }, nth) => nth < SHOWN || label === value);
  return (
    <Input.Wrapper size="md" label={say('whichContainer')} error={error} labelElement="div" id="containers">
      <Text c="dimmed" size="sm" mb="xs">
        <ScanLine size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {say('scanOrChoose')}
      </Text>
      <Stack gap="xs" role="radiogroup" aria-label={say('whichContainer')}>
        {!isHere && value !== '' && <Radio checked readOnly label={value} name="container" />}
        {shown.map((one) => (
          <ContainerRadio
            key={one.containerId}
            of={one}
            state={usable(one, { today, patientId })}
            checked={one.label === value}
            onChange={() => onChange(one.label)}
          />
        ))}
        {containers.length === 0 && <Text>{say('noContainers')}</Text>}
      </Stack>
      {shown.length < containers.length && (
        <Button variant="subtle" size="sm" mt="xs" onClick={() => setAll(true)}>
          {say('showAll', { count: containers.length })}
        </Button>
      )}
    </Input.Wrapper>
  );
}

type Usable = 'yes' | 'past' | 'reserved';

function usable(of: Container, { today, patientId }: { today: string; patientId: string }): Usable {
  const lastDay = of.beyondUseOn !== undefined && of.beyondUseOn < of.expiresOn ? of.beyondUseOn : of.expiresOn;
  if (today > lastDay) return 'past';
  return of.reservedForPatientId === undefined || of.reservedForPatientId === patientId ? 'yes' : 'reserved';
}

function ContainerRadio({
  of,
  state,
  checked,
  onChange,
}: {
  of: Container;
  state: Usable;
  checked: boolean;
  onChange: () => void;
}) {
  const say = useSessionWords();
  const until = of.beyondUseOn ?? of.expiresOn;
  const words = {
    yes: of.state === 'open' ? say('openUntil', { day: day(until) }) : say('sealedUntil', { day: day(of.expiresOn) }),
    past: say('pastItsDate', { day: day(until) }),
    reserved: say('reservedForAnother'),
  }[state];
  return (
    <Box className={`${classes.choice} ${checked ? classes.chosen : ''}`}>
      <Radio
        name="container"
        value={of.label}
        checked={checked}
        disabled={state !== 'yes'}
        onChange={onChange}
        label={of.label}
        description={`${words} · ${say('lot', { lot: of.lotNumber })}`}
      />
    </Box>
  );
}
