import { Box, Button, Group, Input, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { Search, UserRoundPlus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useAsking } from '../../access/use-asking.js';
import { useMay, useSite } from '../../access/site.js';
import { refusalWords } from '../../acts/refusal-words.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { Patient } from '../../care/patient.js';
import { keepPatientName, usePatientNames } from '../../care/patient-names.js';
import { LineLostNote, RefusalNote } from '../../ui/notes.js';
import classes from './choice.module.css';
import { RegisterPatient } from './register-patient.js';
import { useSessionWords } from './words.js';

type Found = components['schemas']['PatientsFoundDto'];

/** Who is treated. A search is a recorded reading, so it is asked when somebody asks, and not while they type. */
export function PatientSearch({
  patientId,
  onPatient,
  error,
}: {
  patientId: string;
  onPatient: (patientId: string) => void;
  error: string | undefined;
}) {
  const say = useSessionWords();
  const may = useMay();
  const { siteId } = useSite();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>();
  const [registers, setRegisters] = useState(false);
  const asking = useAsking();
  const chosen = usePatientNames(patientId === '' ? [] : [patientId]).get(patientId);
  const search = async () => {
    const items = await asking.ask(() =>
      answer(
        api.POST('/api/v1/sites/{siteId}/patients/search', {
          params: { path: { siteId } },
          body: { text: text.trim() },
        }),
      ),
    );
    if (!items) return;
    for (const one of items.items) keepPatientName(one);
    setFound(items);
    const [only] = items.items;
    if (items.items.length === 1 && only) onPatient(only.patientId);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void search();
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={say('patient')}>
      <Stack>
        <Title order={2} size="h4">
          {say('patient')}
        </Title>
        <form onSubmit={submit} role="search">
          <Group align="flex-end" gap="sm">
            <TextInput
              label={say('searchPatient')}
              description={say('searchHint')}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
              autoComplete="off"
              maxLength={100}
              style={{ flex: '1 1 16rem' }}
              error={error}
            />
            <Button
              type="submit"
              variant="default"
              loading={asking.busy}
              leftSection={<Search size={18} aria-hidden />}
            >
              {say('search')}
            </Button>
          </Group>
        </form>
        {asking.problem && <RefusalNote {...refusalWords(asking.problem)} code={asking.problem.code} />}
        {asking.lost && <LineLostNote onAgain={() => void search()} busy={asking.busy} />}
        {found === undefined && chosen && (
          <Box className={`${classes.choice} ${classes.chosen}`}>
            <Patient of={chosen} />
          </Box>
        )}
        {found && <Results of={found} patientId={patientId} onPatient={onPatient} />}
        {may('patient:register') && (
          <Group>
            <Button
              variant="subtle"
              leftSection={<UserRoundPlus size={18} aria-hidden />}
              onClick={() => setRegisters(true)}
            >
              {say('registerPatient')}
            </Button>
          </Group>
        )}
      </Stack>
      {registers && (
        <RegisterPatient
          onClose={() => setRegisters(false)}
          onRegistered={(name) => {
            keepPatientName(name);
            setFound({ items: [{ ...name, active: true }], more: false });
            onPatient(name.patientId);
            setRegisters(false);
          }}
        />
      )}
    </Paper>
  );
}

function Results({
  of,
  patientId,
  onPatient,
}: {
  of: Found;
  patientId: string;
  onPatient: (patientId: string) => void;
}) {
  const say = useSessionWords();
  if (of.items.length === 0) return <Text role="status">{say('nobodyFound')}</Text>;
  return (
    <Input.Wrapper size="md" label={say('whichPatient')} labelElement="div">
      <Stack gap="xs" role="radiogroup" aria-label={say('whichPatient')} mt={4}>
        {of.items.map((one) => (
          <Box key={one.patientId} className={`${classes.choice} ${one.patientId === patientId ? classes.chosen : ''}`}>
            <Radio
              name="patient"
              value={one.patientId}
              checked={one.patientId === patientId}
              onChange={() => onPatient(one.patientId)}
              label={<Patient of={one} />}
            />
          </Box>
        ))}
        {of.more && <Text c="dimmed">{say('moreFound')}</Text>}
      </Stack>
    </Input.Wrapper>
  );
}
