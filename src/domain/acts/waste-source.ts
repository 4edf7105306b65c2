import { checkContainerWaste, type ContainerState } from '../container.js';
import { containerState, findContainer, productFacts } from '../ledger/container-ref.js';
import type { ContainerRow, ProductRow, SessionRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { measure, type EdgeQuantity, type MeasuredAmount } from '../product.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { checkFreeInHand, openSession, pendingFromContainerUg } from './session-facts.js';
import { checkNotTaken } from './taking.js';

/** What is to be wasted, as a request names it. */
export interface WasteOf {
  readonly sessionId?: string;
  /** Label or id. Where given, the waste is from it, and the session is a reference only. */
  readonly container?: string;
  readonly quantity: EdgeQuantity;
  /** The pending waste that this completes: what it speaks for is its own. */
  readonly completes?: string;
}

/** Where it comes from and how much it is, once nothing is against it. */
export interface WasteSource {
  readonly product: ProductRow;
  readonly amount: MeasuredAmount;
  readonly locationId: string;
  readonly session: SessionRow | undefined;
  readonly container: { readonly row: ContainerRow; readonly state: ContainerState } | undefined;
}

/**
 * Where a waste is from: from what is in hand for a session, or, where a container is given, from that container
 * (daybook/README.md, `waste`). More than the book of a container is `insufficient_amount`, more than is in
 * hand `exceeds_amount_in_hand`; what waits for its witnesses already is spoken for. A sealed container of several
 * doses is stock, for disposal, and not waste (regulations.md section 2.1): `container_not_open`.
 */
export function wasteSource(state: LedgerState, of: WasteOf): WasteSource | Refusal {
  return of.container === undefined ? fromHand(state, of) : fromContainer(state, { ...of, container: of.container });
}

function fromHand(state: LedgerState, of: WasteOf): WasteSource | Refusal {
  if (of.sessionId === undefined) return refuse('container_required', { field: 'sessionId' });
  const { session, refusal: sessionRefusal } = openSession(state, of.sessionId);
  const product = session && state.find('product', 'productId', session.productId);
  const amount = product ? measure(productFacts(product), of.quantity) : undefined;
  const refusal = firstRefusal(
    session && amount && !('code' in amount)
      ? checkFreeInHand(state, {
          completes: of.completes,
          session,
          amountUg: amount.amountUg,
          field: 'amountMg',
        })
      : undefined,
    amount && 'code' in amount ? amount : undefined,
    sessionRefusal,
  );
  if (refusal) return refusal;
  if (!session || !product || !amount || 'code' in amount) throw new Error('a waste was neither refused nor complete');
  return { product, amount, locationId: session.locationId, session, container: undefined };
}

function fromContainer(state: LedgerState, of: WasteOf & { container: string }): WasteSource | Refusal {
  const row = findContainer(state, of.container);
  if (!row) return refuse('unknown_container', { field: 'container' });
  const product = state.find('product', 'productId', row.productId);
  if (!product) throw new Error('a container without its product');
  const session = state.find('treatment_session', 'sessionId', of.sessionId);
  const amount = measure(productFacts(product), of.quantity);
  const container = containerState(state, row);
  const free = {
    ...container,
    bookUg: container.bookUg - pendingFromContainerUg(state, row.containerId, of.completes),
  };
  const refusal = firstRefusal(
    checkContainerWaste({ container: free, amountUg: 'code' in amount ? 0 : amount.amountUg }),
    'code' in amount ? amount : undefined,
    of.sessionId !== undefined && !session ? refuse('unknown_session', { field: 'sessionId' }) : undefined,
    session && session.productId !== row.productId ? refuse('wrong_product', { field: 'container' }) : undefined,
    checkNotTaken(row),
    row.state === 'sealed' && product.dosing === 'multi_dose'
      ? refuse('container_not_open', {
          detail: said('sealed_of_several_doses', { container: row.label }),
          field: 'container',
        })
      : undefined,
  );
  if (refusal || 'code' in amount) return refusal as Refusal;
  return { product, amount, locationId: row.locationId, session, container: { row, state: container } };
}
