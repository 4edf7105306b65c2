import { Checkbox, Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { SigningDialog } from '../../acts/signing-dialog.js';
import type { ToSign } from '../../acts/signing.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { Patient } from '../../care/patient.js';
import { keepPatientName, usePatientNames } from '../../care/patient-names.js';
import { MainButton } from '../../ui/main-button.js';
import { CautionNote } from '../../ui/notes.js';
import type { ErasureDone } from './erased.js';
import type { Erasable } from './standing.js';
import { useErasureWords } from './words.js';

type Body = components['schemas']['ErasureDto'];
const BASES = ['retention_over', 'patient_asked'] as const satisfies readonly Body['basis'][];

/** Why, that one knows what it means, and a second person who signs this very erasure. */
export function EraseForm({ of, onErased }: { of: Erasable; onErased: (done: ErasureDone) => void }) {
  const say = useErasureWords();
  const { siteId } = useSite();
  const { patientId } = of;
  const [basis, setBasis] = useState<Body['basis']>('retention_over');
  const [sure, setSure] = useState(false);
  const [toSign, setToSign] = useState<ToSign>();
  const patient = usePatientNames([patientId]).get(patientId);
  const erasing = useAct({
    name: `erasure ${patientId}`,
    post: (body: Body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/erasures', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: (erased) => {
      // What this screen knew of them goes too.
      keepPatientName({ patientId });
      onErased(erased);
    },
  });
  const body = { patientId, basis };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sure) setToSign({ act: 'erasures', key: erasing.key, body });
  };
  return (
    <>
      <form onSubmit={submit}>
        <Stack>
          <CautionNote>{say('outside')}</CautionNote>
          <Radio.Group
            size="md"
            label={say('why')}
            value={basis}
            onChange={(chosen) => setBasis(chosen as Body['basis'])}
            error={fieldWords(erasing.problem, 'basis')}
          >
            <Stack gap="sm" mt="xs">
              {BASES.map((one) => (
                <Radio key={one} value={one} label={say(`why_${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Checkbox
            label={say('sure')}
            size="md"
            checked={sure}
            onChange={({ currentTarget }) => setSure(currentTarget.checked)}
          />
          <ActNotes act={erasing} />
          <Group justify="flex-end">
            <MainButton type="submit" color="red" disabled={!sure} loading={erasing.sending}>
              {say('begin')}
            </MainButton>
          </Group>
        </Stack>
      </form>
      <SigningDialog
        toSign={toSign}
        meaning="approved"
        summary={
          <Paper withBorder p="sm" mt="xs">
            <Stack gap="xs">
              <Patient of={patient} big />
              <Text fw={600}>{say('signSummary')}</Text>
              <Text>
                {say('goesCount', {
                  values: say('values', { count: of.valueCount }),
                  records: say('records', { count: of.recordCount }),
                })}
                {' · '}
                {say(`why_${basis}`)}
              </Text>
            </Stack>
          </Paper>
        }
        onAnew={() => toSign && setToSign({ ...toSign, key: erasing.renew() })}
        onClose={() => setToSign(undefined)}
        onSigned={(signatures) => {
          setToSign(undefined);
          void erasing.send({ ...body, signatures });
        }}
      />
    </>
  );
}
