import { Box, Button, Group, Input, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useSite } from '../access/site.js';
import { useAsking } from '../access/use-asking.js';
import { refusalWords } from '../acts/refusal-words.js';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.gen.js';
import { LineLostNote, RefusalNote } from '../ui/notes.js';
import classes from './choice.module.css';
import { Patient } from './patient.js';
import { keepPatientName, usePatientNames } from './patient-names.js';
import { useCareWords } from './words.js';

export type PatientFound = components['schemas']['PatientsFoundDto']['items'][number];
type Found = components['schemas']['PatientsFoundDto'];

/**
 * Who it is about. A search is a recorded reading, so it is asked when somebody asks, and not while they type. `first` stands
 * there as if it had been found; `children` come below what was found.
 */
export function FindPatient({
  patientId,
  onPatient,
  error,
  first,
  children,
}: {
  patientId: string;
  onPatient: (patientId: string) => void;
  error?: string | undefined;
  first?: PatientFound | undefined;
  children?: ReactNode;
}) {
  const say = useCareWords();
  const { siteId } = useSite();
  const [text, setText] = useState('');
  const [search, setSearch] = useState<{ readonly found: Found; readonly first: PatientFound | undefined }>();
  // What was found counts until somebody else is put first.
  const found = search && search.first === first ? search.found : first && { items: [first], more: false };
  const asking = useAsking();
  const chosen = usePatientNames(patientId === '' ? [] : [patientId]).get(patientId);
  const ask = async () => {
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
    setSearch({ found: items, first });
    const [only] = items.items;
    if (items.items.length === 1 && only) onPatient(only.patientId);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void ask();
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
        {asking.lost && <LineLostNote onAgain={() => void ask()} busy={asking.busy} />}
        {found === undefined && chosen && (
          <Box className={`${classes.choice} ${classes.chosen}`}>
            <Patient of={chosen} />
          </Box>
        )}
        {found && <Results of={found} patientId={patientId} onPatient={onPatient} />}
        {children}
      </Stack>
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
  const say = useCareWords();
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
