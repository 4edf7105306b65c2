import { useState } from 'react';
import type { Draft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import type { Location } from '../../api/catalog.js';
import { LineLost, Refused } from '../../api/problem.js';
import { whatWasScanned } from '../../api/scans.js';
import { useScan } from '../../scan/scans.js';
import { scanOnSheet, type CountDraft, type SheetLine, type SheetScan } from './sheet.js';
import { useCountsWords } from './words.js';

export interface Said {
  readonly good: boolean;
  readonly text: string;
  /** The line to which the cursor goes; another object each time, so that the same line is gone to again. */
  readonly goto?: { readonly lineId: string };
}

/** Scans count, or take the cursor to their line; the label of a place chooses it. */
export function useSheetScans(
  draft: Draft<CountDraft>,
  lines: readonly SheetLine[],
  locations: readonly Location[],
): Said | undefined {
  const say = useCountsWords();
  const { siteId } = useSite();
  const [said, setSaid] = useState<Said>();
  const inWords = (scan: SheetScan, text: string): Said => {
    const line = 'lineId' in scan ? lines.find(({ id }) => id === scan.lineId) : undefined;
    const code = line?.code ?? '';
    switch (scan.is) {
      case 'counted':
        return {
          good: !scan.elsewhere,
          text: say(scan.elsewhere ? 'said_elsewhere' : 'said_counted', { label: scan.label, now: scan.now, code }),
        };
      case 'twice':
        return { good: false, text: say('said_twice', { label: scan.label }) };
      case 'goto':
        return {
          good: true,
          text: line?.is === 'open' ? say('said_goto_open', { label: line.container }) : say('said_goto', { code }),
          goto: { lineId: scan.lineId },
        };
      case 'not_counted':
        return { good: false, text: say('said_not', { label: scan.label, state: scan.state }) };
      case 'unknown':
        return { good: false, text: say('said_unknown', { text }) };
    }
  };
  const take = async (text: string): Promise<Said | undefined> => {
    const { location, ...thing } = await whatWasScanned(siteId, text);
    if (location) {
      const before = draft.change((now) => [
        now.locationId === null ? { ...now, locationId: location.locationId } : now,
        now.locationId,
      ]);
      if (before === null || before === location.locationId) return undefined;
      const place = locations.find(({ locationId }) => locationId === before)?.name ?? '';
      return { good: false, text: say('said_place', { place }) };
    }
    return inWords(
      draft.change((now) => scanOnSheet(now, lines, thing)),
      text,
    );
  };
  useScan((text) => {
    take(text).then(setSaid, (error: unknown) => {
      if (error instanceof Refused) setSaid({ good: false, text: say('said_unknown', { text }) });
      else if (error instanceof LineLost) setSaid({ good: false, text: say('noLine') });
      else throw error;
    });
  });
  return said;
}
