import { Chip, Group, Input, Textarea } from '@mantine/core';
import type { Say } from '../i18n/strings.js';
import type en from './strings.en.js';
import { useCareWords } from './words.js';

const REASONS = ['remainder', 'declined', 'mistake', 'contaminated', 'another'] as const;

/** Why something is wasted: one of the usual reasons, and words of one's own. */
export interface Reason {
  readonly is: (typeof REASONS)[number];
  readonly words: string;
}
export const FIRST_REASON: Reason = { is: 'remainder', words: '' };

/** As the record keeps it: the reason, and what was added to it. */
export function reasonText({ is, words }: Reason, say: Say<typeof en>): string {
  const own = words.trim();
  if (is === 'another') return own;
  return own === '' ? say(`reason_${is}`) : `${say(`reason_${is}`)}: ${own}`;
}

export function WasteReason({
  value,
  onChange,
  error,
}: {
  value: Reason;
  onChange: (next: Reason) => void;
  error: string | undefined;
}) {
  const say = useCareWords();
  const needsWords = value.is === 'another';
  return (
    <Input.Wrapper size="md" label={say('reason')} labelElement="div" error={needsWords ? undefined : error}>
      <Chip.Group value={value.is} onChange={(is) => onChange({ ...value, is: is as Reason['is'] })}>
        <Group gap="xs" mt={4} role="radiogroup" aria-label={say('reason')}>
          {REASONS.map((is) => (
            <Chip key={is} value={is} size="md" radius="md">
              {say(`reason_${is}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {value.is !== 'remainder' && (
        <Textarea
          mt="sm"
          label={say(needsWords ? 'reasonWords' : 'reasonMore')}
          value={value.words}
          onChange={({ currentTarget }) => onChange({ ...value, words: currentTarget.value })}
          error={needsWords ? error : undefined}
          maxLength={400}
          autosize
          required={needsWords}
        />
      )}
    </Input.Wrapper>
  );
}
