import { Text } from '@mantine/core';
import { day } from '../i18n/format.js';
import type { PatientName } from './patient-names.js';
import { useCareWords } from './words.js';

/** A patient by name and date of birth, so that nobody is taken for another. */
export function Patient({ of, big = false }: { of: PatientName | undefined; big?: boolean }) {
  const say = useCareWords();
  if (!of) return <Text c="dimmed">{say('reading')}</Text>;
  return (
    <Text component="span" lh={1.3}>
      <Text span fw={700} size={big ? 'xl' : 'md'}>
        {of.name ?? say('nameless')}
      </Text>{' '}
      {of.birthDate !== undefined && (
        <Text span c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {say('born', { day: day(of.birthDate) })}
        </Text>
      )}
      {of.reference !== undefined && (
        <Text span c="dimmed">
          {' · '}
          {of.reference}
        </Text>
      )}
    </Text>
  );
}
