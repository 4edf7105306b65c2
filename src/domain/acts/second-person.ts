import type { RecordActor } from '../ledger/record.js';
import { signersOf, type Signer } from '../ledger/signers.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import type { Permission } from '../roles.js';
import { checkSecondPerson } from '../witnesses.js';

/** A two-person act as it was asked for. */
export interface TwoPersonAct {
  readonly performerId: string;
  /** Base64 digest of what the second person must have signed. */
  readonly intent: string;
  /** Base64 SHA-256 of each signature token, in the order of the request. */
  readonly signatureHashes: readonly string[];
  /** Whether the site's policy asks for a second person; a signature that is given must be good in any case. */
  readonly required: boolean;
  /** What the second person says: `checked` unless given; an approval is `approved`. */
  readonly meaning?: 'checked' | 'approved';
  /** What a signer's role must carry, where it is not `signature:make`. */
  readonly permission?: Permission;
}

export interface SecondPersonFound {
  /** Those who signed, for the record; empty where nobody did and nobody had to. */
  readonly cosigners: readonly RecordActor[];
  /** The first thing against them, in the day book's precedence; to be weighed with `firstRefusal` among the act's own. */
  readonly refusal: Refusal | undefined;
}

/**
 * Who signed a two-person act besides its performer (daybook/README.md, "Rows"; design.md section 1, "Two persons").
 * Refuses, the first that applies: `second_person_is_performer`, `second_person_missing`, `signature_invalid`,
 * `signature_expired`, `signature_already_used`, `signer_not_eligible`.
 */
export function secondPerson(state: LedgerState, act: TwoPersonAct): SecondPersonFound {
  const { performerId, intent, signatureHashes, meaning = 'checked', permission } = act;
  const signing = { intent, meaning, ...(permission === undefined ? {} : { permission }) };
  const { signers, unknown } = signersOf(state, signatureHashes, signing);
  const performer = signers.findIndex(({ personId }) => personId === performerId);
  const [secondPersonId] = signers.map(({ personId }) => personId);
  const refusal = firstRefusal(
    performer === -1 ? undefined : refuse('second_person_is_performer', { field: `signatures.${performer}` }),
    // A token nobody made is a wrong signature, not a missing one.
    act.required && !unknown ? checkSecondPerson({ performerId, secondPersonId }) : undefined,
    unknown,
    ...signers.map((signer) => signer.refusal),
    repeated(signers),
  );
  return { cosigners: signers.map(({ actor }) => actor), refusal };
}

function repeated(signers: readonly Signer[]): Refusal | undefined {
  const again = signers.findIndex(({ personId }, nth) => signers.findIndex((one) => one.personId === personId) < nth);
  if (again === -1) return undefined;
  return refuse('signature_invalid', { detail: said('signed_twice'), field: `signatures.${again}` });
}
