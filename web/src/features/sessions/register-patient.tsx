import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import type { PatientName } from '../../care/patient-names.js';
import { Dialog } from '../../ui/dialog.js';
import { useSessionWords } from './words.js';

type Details = components['schemas']['PatientDetailsDto'];
const NOBODY = { name: '', birthDate: '', address: '', reference: '' };

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
  const { name, birthDate, address, reference } = draft.value;
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
    void act.send({
      name: name.trim(),
      birthDate,
      address: address.trim(),
      ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
    });
  };
  const field = (key: keyof typeof NOBODY) => ({
    value: draft.value[key],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => draft.patch({ [key]: currentTarget.value }),
    error: fieldWords(act.problem, key),
    autoComplete: 'off',
  });
  return (
    <Dialog onClose={onClose} title={say('registerPatient')} closeOnClickOutside={false}>
      <form onSubmit={send}>
        <Stack>
          <TextInput label={say('patientName')} {...field('name')} required data-autofocus />
          <TextInput type="date" label={say('birthDate')} {...field('birthDate')} required />
          <TextInput label={say('address')} {...field('address')} required />
          <TextInput label={say('reference')} {...field('reference')} />
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
