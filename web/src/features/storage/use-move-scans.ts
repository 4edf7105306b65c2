import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { LineLost, Refused } from '../../api/problem.js';
import { whatWasScanned } from '../../api/scans.js';
import { useScan } from '../../scan/scans.js';
import { useStorageWords } from './words.js';

export interface Going {
  /** Idempotency key of its move. */
  readonly key: string;
  readonly label: string;
  readonly fromLocationId: string;
}

export interface MoveDraft {
  readonly toLocationId: string | null;
  readonly going: readonly Going[];
  readonly moved: number;
}

/** A container that is scanned goes on the list, the label of a place is where all go. */
export function useMoveScans(
  draft: ReturnType<typeof useDraft<MoveDraft>>,
): { good: boolean; text: string } | undefined {
  const say = useStorageWords();
  const { siteId } = useSite();
  const [said, setSaid] = useState<{ good: boolean; text: string }>();
  const take = async (text: string) => {
    const { container, location } = await whatWasScanned(siteId, text);
    if (location) {
      draft.patch({ toLocationId: location.locationId });
      return { good: true, text: say('movePlace', { place: location.name }) };
    }
    if (!container) return { good: false, text: say('moveNoContainer', { text }) };
    const { label, state, locationId: fromLocationId } = container;
    if (state !== 'sealed') return { good: false, text: say('moveNotSealed', { label, state: say(`state_${state}`) }) };
    return draft.change((now) => {
      if (now.going.some((one) => one.label === label))
        return [now, { good: false, text: say('moveTwice', { label }) }];
      const going = [...now.going, { key: uuidv7(), label, fromLocationId }];
      return [
        { ...now, going, moved: 0 },
        { good: true, text: say('moveAdded', { label }) },
      ];
    });
  };
  useScan((text) => {
    take(text).then(setSaid, (error: unknown) => {
      if (error instanceof Refused) setSaid({ good: false, text: say('moveNoContainer', { text }) });
      else if (error instanceof LineLost) setSaid({ good: false, text: say('noLine') });
      else throw error;
    });
  });
  return said;
}
