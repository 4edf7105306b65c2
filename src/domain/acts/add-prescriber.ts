import type { Outcome } from '../ledger/outcome.js';
import { firstRefusal, refusalIn, refuse, type Refusal } from '../refusal.js';

export interface NewPrescriber {
  readonly prescriberId: string;
  readonly name: string;
  /** Verified before, or the refusal that came of it. */
  readonly deaNumber: string | Refusal | undefined;
  readonly npi: string | Refusal | undefined;
  /** The person of this organisation who the prescriber is, and whether there is one by that id. */
  readonly person: { readonly personId: string; readonly isKnown: boolean } | undefined;
}

/** Somebody who orders doses. Refuses `invalid_dea_number`, `unknown_reference`, `invalid_npi`. */
export function addPrescriber(prescriber: NewPrescriber): () => Outcome | Refusal {
  return () => {
    const { prescriberId, name, deaNumber, npi, person } = prescriber;
    const refusal = firstRefusal(
      refusalIn(deaNumber),
      refusalIn(npi),
      person && !person.isKnown ? refuse('unknown_reference', { field: 'personId' }) : undefined,
    );
    if (refusal) return refusal;
    const verified = { deaNumber: deaNumber as string | undefined, npi: npi as string | undefined };
    return {
      changes: [{ table: 'prescriber', prescriberId, name, ...verified, personId: person?.personId, active: true }],
      answer: { prescriberId },
    };
  };
}
