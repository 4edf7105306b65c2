import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useSite } from '../access/site.js';
import { ledgerNow } from '../api/ledger-clock.js';
import type { Problem } from '../api/problem.js';
import { momentOf, wallTime } from '../i18n/zoned.js';
import { CautionNote } from '../ui/notes.js';
import { fieldWords } from './refusal-words.js';
import { useActWords } from './words.js';

/** When an act happened, if that is not now. `at` is what the clock on the site's wall showed. */
export interface Earlier {
  readonly on: boolean;
  readonly at: string;
  readonly why: string;
}
export const JUST_NOW: Earlier = { on: false, at: '', why: '' };

/** The fields of an act's body that say so: none for what happens now. */
export function occurrenceOf(earlier: Earlier, timeZone: string): { occurredAt?: string; lateReason?: string } {
  if (!earlier.on) return {};
  const why = earlier.why.trim();
  // What is no time goes as it is: the ledger says so beside the field.
  const occurredAt = momentOf(earlier.at, timeZone) ?? earlier.at;
  return { occurredAt, ...(why === '' ? {} : { lateReason: why }) };
}

/** "It happened earlier": closed until it is needed, then when and why. It says that it will show, and does not scold. */
export function HappenedEarlier({
  value,
  onChange,
  problem,
}: {
  value: Earlier;
  onChange: (next: Earlier) => void;
  problem?: Problem | undefined;
}) {
  const say = useActWords();
  const { timeZone } = useSite();
  const now = () => wallTime(new Date(ledgerNow()), timeZone);
  return (
    <Stack gap="sm">
      <Checkbox
        label={say('earlier')}
        size="md"
        checked={value.on}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...value, on: checked, at: value.at === '' ? now() : value.at })
        }
      />
      {value.on && (
        <Stack gap="sm" pl="md">
          <TextInput
            type="datetime-local"
            label={say('earlierWhen')}
            value={value.at}
            max={now()}
            onChange={({ currentTarget }) => onChange({ ...value, at: currentTarget.value })}
            error={fieldWords(problem, 'occurredAt')}
            maw="20rem"
            required
          />
          <Textarea
            label={say('earlierWhy')}
            placeholder={say('earlierWhyHint')}
            value={value.why}
            onChange={({ currentTarget }) => onChange({ ...value, why: currentTarget.value })}
            error={fieldWords(problem, 'lateReason')}
            maxLength={500}
            autosize
            required
          />
          <CautionNote>{say('earlierShows')}</CautionNote>
        </Stack>
      )}
    </Stack>
  );
}
