import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Draft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import type { Product } from '../../api/catalog.js';
import { ledgerNow } from '../../api/ledger-clock.js';
import { LineLost, Refused } from '../../api/problem.js';
import { whatWasScanned } from '../../api/scans.js';
import { isoDay } from '../../i18n/format.js';
import { useScan } from '../../scan/scans.js';
import type { DeliveryDraft } from './draft.js';
import { scanInto, withoutSerial, type Said } from './lines.js';

/**
 * Scans go into the delivery: read in the page, so that the answer is there before the scanner's beep has ended, then asked of
 * the ledger, which knows whether the package was received before.
 */
export function useDeliveryScans(
  draft: Draft<DeliveryDraft>,
  products: readonly Product[],
): { last: Said | undefined } {
  const { siteId, timeZone } = useSite();
  const [last, setLast] = useState<Said>();
  const confirm = async (text: string, serial: string) => {
    try {
      const { kind, container } = await whatWasScanned(siteId, text);
      if (kind !== 'received' || !container) return;
      draft.set((now) => ({ ...now, lines: withoutSerial(now.lines, serial) }));
      setLast({ is: 'received_before', serial, label: container.label });
    } catch (error) {
      // The receipt itself is refused for such a serial; here it would only have been said sooner.
      if (!(error instanceof LineLost || error instanceof Refused)) throw error;
    }
  };
  useScan((text) => {
    const referenceYear = Number(isoDay(new Date(ledgerNow()), timeZone).slice(0, 4));
    const of = { products, referenceYear, newKey: uuidv7 };
    // Out of what the draft is now: two scans may come between two pictures of the page.
    const said = draft.change((now) => {
      const scanned = scanInto(now.lines, text, of);
      return [{ ...now, lines: scanned.lines }, scanned.said];
    });
    setLast(said);
    if (said.is === 'added' && said.serial !== undefined) void confirm(text, said.serial);
  });
  return { last };
}
