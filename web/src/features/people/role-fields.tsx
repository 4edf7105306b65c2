import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useSite } from '../../access/site.js';
import { useAccessWords } from '../../access/words.js';
import { fieldWords } from '../../acts/refusal-words.js';
import type { Problem } from '../../api/problem.js';
import { dayOf } from '../../i18n/format.js';
import { momentOf } from '../../i18n/zoned.js';
import type { Role } from './queries.js';
import { usePeopleWords } from './words.js';

const OF_A_CLINIC: readonly Role[] = [
  'nurse',
  'pharmacist',
  'prescriber',
  'witness',
  'compliance_officer',
  'inspector',
  'administrator',
];

/** A role and from when until when, as days of the site; empty is now, and without an end. */
export interface RoleGiven {
  readonly role: Role | '';
  readonly from: string;
  readonly until: string;
}
export const NO_ROLE: RoleGiven = { role: '', from: '', until: '' };

/** The body of a grant, or undefined where no role was chosen. A last day is over when the next begins. */
export function grantOf({ role, from, until }: RoleGiven, timeZone: string) {
  if (role === '') return undefined;
  const begins = from === '' ? undefined : momentOf(`${from}T00:00`, timeZone);
  const ends = until === '' ? undefined : momentOf(`${dayAfter(until)}T00:00`, timeZone);
  return { role, ...(begins === undefined ? {} : { from: begins }), ...(ends === undefined ? {} : { until: ends }) };
}

/** The last day of a role, as it was given: it ends when the next begins. */
export function lastDayOf(until: string, timeZone: string): string {
  return dayOf(new Date(Date.parse(until) - 1).toISOString(), timeZone);
}

export function RoleFields({
  value,
  onChange,
  problem,
  mayBeNone = false,
}: {
  value: RoleGiven;
  onChange: (next: RoleGiven) => void;
  problem?: Problem | undefined;
  mayBeNone?: boolean;
}) {
  const say = usePeopleWords();
  const sayRole = useAccessWords();
  const { kind } = useSite();
  const roles: readonly Role[] = kind === 'clinic' ? OF_A_CLINIC : ['administrator'];
  return (
    <>
      <NativeSelect
        label={say('role')}
        data={[
          { value: '', label: mayBeNone ? say('noRoleYet') : '—' },
          ...roles.map((role) => ({ value: role, label: sayRole(`role_${role}`) })),
        ]}
        value={value.role}
        onChange={({ currentTarget }) => onChange({ ...value, role: currentTarget.value as Role | '' })}
        error={fieldWords(problem, 'role')}
      />
      {value.role !== '' && (
        <Group grow align="flex-start">
          <TextInput
            type="date"
            label={say('validFrom')}
            value={value.from}
            onChange={({ currentTarget }) => onChange({ ...value, from: currentTarget.value })}
            error={fieldWords(problem, 'from')}
          />
          <TextInput
            type="date"
            label={say('validUntil')}
            description={value.role === 'inspector' ? say('inspectorUntil') : undefined}
            value={value.until}
            onChange={({ currentTarget }) => onChange({ ...value, until: currentTarget.value })}
            error={fieldWords(problem, 'until')}
            required={value.role === 'inspector'}
          />
        </Group>
      )}
    </>
  );
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
