import { Button, Group } from '@mantine/core';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../access/site.js';
import { FindPatient, type PatientFound } from '../../care/find-patient.js';
import { keepPatientName } from '../../care/patient-names.js';
import { RegisterPatient } from './register-patient.js';
import { useSessionWords } from './words.js';

/** Who is treated: found, or registered by who may. */
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
  const [registers, setRegisters] = useState(false);
  const [registered, setRegistered] = useState<PatientFound>();
  return (
    <>
      <FindPatient first={registered} patientId={patientId} onPatient={onPatient} error={error}>
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
      </FindPatient>
      {registers && (
        <RegisterPatient
          onClose={() => setRegisters(false)}
          onRegistered={(name) => {
            keepPatientName(name);
            setRegistered({ ...name, active: true });
            onPatient(name.patientId);
            setRegisters(false);
          }}
        />
      )}
    </>
  );
}
