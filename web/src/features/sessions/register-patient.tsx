import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActDialog } from '../../acts/act-dialog.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import type { components } from '../../api/schema.gen.js';
import { keepPatientName, type PatientName } from '../../care/patient-names.js';
import { Dialog } from '../../ui/dialog.js';
import { useUiWords } from '../../ui/words.js';
import { useSessionWords } from './words.js';

type Details = components['schemas']['PatientDetailsDto'];
type Typed = {
  readonly name: string;
  readonly birthDate: string;
  readonly address: string;
  readonly reference: string;
};
const NOBODY: Typed = { name: '', birthDate: '', address: '', reference: '' };

/** A patient who is not known here yet. The record of a dose must hold name and address (21 CFR 1304.22(c)). */
export function RegisterPatient({
  onRegistered,
  onClose,
}: {
  onRegistered: (name: PatientName) => void;
  onClose: () => void;
}) {
  const say = useSessionWords();
  const { siteId } = useSite();
  const draft = useDraft('new patient', NOBODY);
  const { name, birthDate, reference } = draft.value;
  const act = useAct<Details, { patientId: string }>({
    name: 'new patient',
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/patients', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: ({ patientId }) => {
      onRegistered({ patientId, name, birthDate, ...(reference === '' ? {} : { reference }) });
      draft.clear();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void act.send(detailsOf(draft.value));
  };
  return (
    <Dialog onClose={onClose} title={say('registerPatient')} closeOnClickOutside={false}>
      <form onSubmit={send}>
        <Stack>
          <PatientFields value={draft.value} onChange={draft.patch} problem={act.problem} />
          <ActNotes act={act} />
          <Group justify="flex-end">
            <Button type="submit" loading={act.sending} disabled={act.waiting}>
              {say('register')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/**
 * What was known of a patient is corrected, the whole of it: a number that is emptied is known no more. What earlier records
 * said of the patient stays with them.
 */
export function CorrectPatient({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const { siteId } = useSite();
  const params = { path: { siteId, patientId } };
  // Reading it is a record of the log: once for each correction, and never again by itself.
  const known = useQuery({
    queryKey: ['patient-details', siteId, patientId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/patients/{patientId}', { params })),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (!known.data) return null;
  return <Correction was={known.data} onClose={onClose} />;
}

function Correction({ was, onClose }: { was: components['schemas']['PatientDto']; onClose: () => void }) {
  const say = useSessionWords();
  const sayUi = useUiWords();
  const { siteId } = useSite();
  const { patientId } = was;
  const [typed, setTyped] = useState<Typed>({
    name: was.name ?? '',
    birthDate: was.birthDate ?? '',
    address: was.address ?? '',
    reference: was.reference ?? '',
  });
  const act = useAct<Details, { patientId: string }>({
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/patients/{patientId}/details', {
          params: { path: { siteId, patientId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: (_, { name, birthDate, reference }) => {
      keepPatientName({ patientId, name, birthDate, ...(reference === undefined ? {} : { reference }) });
      onClose();
    },
  });
  const isChanged = JSON.stringify(detailsOf(typed)) !== JSON.stringify(detailsOf({ ...NOBODY, ...was }));
  return (
    <ActDialog
      title={say('correctPatient')}
      lead={say('correctPatientLead')}
      button={sayUi('save')}
      act={act}
      ready={isChanged && [typed.name, typed.birthDate, typed.address].every((text) => text.trim() !== '')}
      onSubmit={() => void act.send(detailsOf(typed))}
      onClose={onClose}
    >
      <PatientFields value={typed} onChange={(some) => setTyped({ ...typed, ...some })} problem={act.problem} />
    </ActDialog>
  );
}

function PatientFields({
  value,
  onChange,
  problem,
}: {
  value: Typed;
  onChange: (some: Partial<Typed>) => void;
  problem: Problem | undefined;
}) {
  const say = useSessionWords();
  const field = (key: keyof Typed) => ({
    value: value[key],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onChange({ [key]: currentTarget.value }),
    error: fieldWords(problem, key),
    autoComplete: 'off',
  });
  return (
    <>
      <TextInput label={say('patientName')} {...field('name')} required data-autofocus />
      <TextInput type="date" label={say('birthDate')} {...field('birthDate')} required />
      <TextInput label={say('address')} {...field('address')} required />
      <TextInput label={say('reference')} {...field('reference')} />
    </>
  );
}

function detailsOf({ name, birthDate, address, reference }: Typed): Details {
  const number = reference.trim();
  return { name: name.trim(), birthDate, address: address.trim(), ...(number === '' ? {} : { reference: number }) };
}
