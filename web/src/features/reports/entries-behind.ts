import type { ReconciliationState } from './drill.js';
import type { Figure, Row } from './figures.js';
import { searchOf } from './step-link.js';

/** Where the entries of a vial, a session or a person stand on the page itself. */
export const ENTRIES = 'entries';

/**
 * The list in which the entries of a figure are, for the same period and product. Whoever may not read the log comes to the
 * entries below, of a vial, a session or a person; of a place, to its vials, whose entries are. Undefined where there is none.
 */
export function entriesBehind(
  figure: Figure,
  row: Row,
  { state, mayReadLog }: { state: ReconciliationState; mayReadLog: boolean },
): string | undefined {
  const { from, to } = state;
  const of = { from, to, productId: row.productId, locationId: state.locationId };
  if (figure.list) return `reports/${figure.list}${searchOf({ ...of, ...personOf(figure, state) })}`;
  if (figure.type && !mayReadLog) {
    if (state.containerId ?? state.sessionId ?? state.personId)
      return `reports/reconciliation${searchOf({ ...state })}#${ENTRIES}`;
    return `reports/reconciliation${searchOf({ from, to, productId: row.productId, by: 'container' })}`;
  }
  if (figure.type)
    return `log${searchOf({ from, to, type: figure.type, subject: state.containerId ?? state.sessionId })}`;
  if (figure.key === 'inHandMg' && !state.sessionId)
    return `reports/reconciliation${searchOf({ ...state, productId: row.productId, by: 'session' })}`;
  if (figure.key === 'closingBookMg' && !state.containerId)
    return `reports/reconciliation${searchOf({ ...state, productId: row.productId, by: 'container' })}`;
  return undefined;
}

/** Lists of care are of a person; registers of stock are not. */
function personOf({ list }: Figure, { personId }: ReconciliationState): { personId?: string | undefined } {
  return list === 'administration-log' || list === 'wastage-log' ? { personId } : {};
}
