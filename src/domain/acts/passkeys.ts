import type { Outcome } from '../ledger/outcome.js';
import type { RecordActor, RecordChange } from '../ledger/record.js';
import type { PasskeyRow } from '../ledger/rows.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import type { Role } from '../roles.js';
import { confirmationChanges, type ConfirmedByKey } from './sign.js';

/** A key somebody enrols for themselves. Bytes are base64. */
export interface NewPasskey {
  readonly passkeyId: string;
  readonly personId: string;
  readonly credentialHash: string;
  readonly publicKey: string;
  readonly algorithm: number;
  readonly aaguid: string;
  readonly rpId: string;
  readonly deviceBound: boolean;
}

/** Who stands beside the person and says who they are. */
export interface Voucher {
  readonly actor: RecordActor;
  /** In force at the organisation, or where the person is something. */
  readonly roles: readonly Role[];
  /** What a key of theirs answered; absent where they typed their password. */
  readonly confirmed?: ConfirmedByKey | undefined;
}

export interface Vouching {
  readonly personId: string;
  readonly voucher: Voucher | undefined;
  /** Who made the link by which the account was last opened; undefined: nobody but the set-up itself. */
  readonly openedBy: string | undefined;
  /** The person set the organisation up: there was nobody to ask. */
  readonly isFounder: boolean;
}

export interface AddPasskey extends Vouching {
  readonly passkey: NewPasskey;
}

/** What an act on somebody's keys must see, locked. */
export function readsOfPasskeys(personId: string): Read[] {
  return [{ table: 'passkey', column: 'person_id', values: [personId] }];
}

/** Whether a key needs somebody who vouches: it is the first, and somebody else opened the account. */
export function voucherNeeded(of: Pick<Vouching, 'openedBy' | 'isFounder'> & { readonly liveKeys: number }): boolean {
  return of.liveKeys === 0 && !(of.isFounder && of.openedBy === undefined);
}

/**
 * Somebody enrols a key of their own. A first one is vouched for by another person, who is not the one that opened the
 * account: so nobody, an administrator included, enrols a key for another alone. Refuses `second_person_is_performer`,
 * `second_person_missing`, `signer_not_eligible`, `already_exists`.
 */
export function addPasskey(of: AddPasskey): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const { passkey, voucher, personId } = of;
    const keys = state.rows('passkey');
    const refusal = firstRefusal(
      keys.some(({ credentialHash }) => credentialHash === passkey.credentialHash)
        ? refuse('already_exists', { detail: said('key_enrolled_before'), field: 'attestation' })
        : undefined,
      checkVoucher({ ...of, liveKeys: live(keys).length }),
    );
    if (refusal) return refusal;
    return {
      act: { passkeyId: passkey.passkeyId },
      changes: [
        ...(voucher ? confirmationChanges(voucher.actor, voucher.confirmed, state.recordedAt) : []),
        { table: 'passkey', ...passkey, addedAt: state.recordedAt },
      ],
      cosigners: voucher ? [voucher.actor] : [],
      subjects: [personId],
      answer: { passkeyId: passkey.passkeyId },
    };
  };
}

/**
 * Who vouches is somebody else, has something to do with the person, and did not open the account. Refuses
 * `second_person_missing`, `second_person_is_performer`, `signer_not_eligible`.
 */
export function checkVoucher(of: Vouching & { readonly liveKeys: number }): Refusal | undefined {
  const { voucher, personId, openedBy } = of;
  const field = 'voucher';
  if (!voucher) {
    if (!voucherNeeded(of)) return undefined;
    const detail = said('voucher_needed');
    return refuse('second_person_missing', { detail, field });
  }
  if (voucher.actor.id === personId) return refuse('second_person_is_performer', { field });
  if (voucher.actor.id === openedBy) {
    const detail = said('voucher_made_link');
    return refuse('signer_not_eligible', { detail, field });
  }
  if (voucher.roles.every((role) => role === 'inspector'))
    return refuse('signer_not_eligible', { detail: said('voucher_elsewhere'), field });
  return undefined;
}

/** Somebody gives up a key of their own. Refuses `not_found`. */
export function removePasskey(of: {
  readonly passkeyId: string;
  readonly personId: string;
}): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const key = live(state.rows('passkey')).find(({ passkeyId }) => passkeyId === of.passkeyId);
    if (!key) return refuse('not_found', { detail: said('no_key'), field: 'passkeyId' });
    return {
      act: { passkeyId: of.passkeyId },
      changes: removed([key], state),
      subjects: [of.personId],
      answer: { passkeyId: of.passkeyId },
    };
  };
}

/** The changes that take every key away from a person whose keys were read. */
export function removeEveryPasskey(state: LedgerState): RecordChange[] {
  return removed(live(state.rows('passkey')), state);
}

function removed(keys: readonly PasskeyRow[], state: LedgerState): RecordChange[] {
  return keys.map(({ passkeyId }) => ({ table: 'passkey', passkeyId, removedAt: state.recordedAt }));
}

function live(keys: readonly PasskeyRow[]): PasskeyRow[] {
  return keys.filter(({ removedAt }) => removedAt === null);
}
