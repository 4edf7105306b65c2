import type { ReconciliationState } from './drill.js';
import type { Figure, Row } from './figures.js';
import { searchOf } from './step-link.js';

/** The list in which the entries of a figure are, for the same period and product; undefined where there is none. */
export function entriesBehind(figure: Figure, row: Row, state: ReconciliationState): string | undefined {
  const { from, to } = state;
  const of = { from, to, productId: row.productId, locationId: state.locationId };
  if (figure.list) return `reports/${figure.list}${searchOf({ ...of, ...personOf(figure, state) })}`;
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
