import { REFUSALS, type RefusalCode } from '../../../../src/domain/refusal-codes.js';
import { useSite } from '../../access/site.js';
import { refusalWords } from '../../acts/refusal-words.js';
import { answer, api } from '../../api/client.js';
import { LineLost, Refused } from '../../api/problem.js';
import { useScan } from '../../scan/scans.js';
import type { Session } from './session-state.js';
import { useSessionWords } from './words.js';

/** What a scan came to: a container that may serve, or why not, in words. */
export type Scanned = { readonly label: string } | { readonly refused: string };

/**
 * Takes every scan of the page: a label, or a package that was received by its serial number. What is of another product or lies in
 * another room is said at once, before anything is asked of the ledger.
 */
export function useContainerScan(
  session: Session,
  known: readonly string[],
  onScanned: (scanned: Scanned) => void,
): void {
  const say = useSessionWords();
  const { siteId } = useSite();
  const read = async (scan: string): Promise<Scanned> => {
    try {
      const params = { path: { siteId } };
      const { kind, container } = await answer(api.POST('/api/v1/sites/{siteId}/scans', { params, body: { scan } }));
      if (container?.productId !== undefined && container.productId !== session.productId)
        return refused('wrong_product');
      if (container?.locationId !== undefined && container.locationId !== session.locationId)
        return refused('wrong_location');
      if (container) return { label: container.label };
      return kind === 'product' ? { refused: say('scanOurLabel') } : refused('unknown_container');
    } catch (error) {
      if (error instanceof Refused) return { refused: refusalWords(error.problem).detail };
      if (error instanceof LineLost) return { refused: say('scanNoLine') };
      throw error;
    }
  };
  useScan((text) => {
    const label = text.trim();
    if (known.includes(label)) onScanned({ label });
    else void read(text).then(onScanned);
  });
}

function refused(code: RefusalCode): Scanned {
  const { title: detail, next, status } = REFUSALS[code];
  const words = refusalWords({ code, detail, next, status, title: detail, instance: '' });
  return { refused: `${words.detail} ${words.next}` };
}
