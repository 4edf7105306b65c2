import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { isRefusal, refuse, type Refusal } from '../refusal.js';

export interface NewSupplier {
  readonly supplierId: string;
  readonly name: string;
  /** Verified before, or the refusal that came of it. */
  readonly deaNumber: string | Refusal;
  readonly address: string;
}

/** What is needed to see whether a supplier is known. */
export function supplierReads({ deaNumber }: Pick<NewSupplier, 'deaNumber'>): Read[] {
  return [{ table: 'supplier', column: 'dea_number', values: isRefusal(deaNumber) ? [] : [deaNumber] }];
}

/** A registrant who sends stock (21 CFR 1304.22(c)). Refuses `invalid_dea_number`, `already_exists`. */
export function addSupplier(supplier: NewSupplier): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const { supplierId, name, deaNumber, address } = supplier;
    if (isRefusal(deaNumber)) return deaNumber;
    if (state.find('supplier', 'deaNumber', deaNumber)) return refuse('already_exists', { field: 'deaNumber' });
    return {
      changes: [{ table: 'supplier', supplierId, name, deaNumber, address }],
      answer: { supplierId, deaNumber },
    };
  };
}
