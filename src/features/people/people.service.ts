import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { addPerson, readsOfAddPerson } from '../../domain/acts/add-person.js';
import { setPersonDisabled } from '../../domain/acts/disable-person.js';
import { endPersonSessions } from '../../domain/acts/end-person-sessions.js';
import { invitePerson } from '../../domain/acts/invite-person.js';
import { readsOfManagePerson, type ManagePerson } from '../../domain/acts/manage-person.js';
import type { Outcome } from '../../domain/ledger/outcome.js';
import type { RecordType } from '../../domain/ledger/record-types.js';
import type { LedgerState } from '../../domain/ledger/state.js';
import { isRefusal, type Refusal } from '../../domain/refusal.js';
import { normaliseUsername } from '../../domain/username.js';
import { confirmationIntent, type ApprovedLink } from '../../domain/webauthn/confirmed.js';
import type { Caller } from '../../platform/access/caller.js';
import { InvitationService } from '../../platform/access/login/invitation.service.js';
import { KeyQuestions } from '../../platform/access/passkeys/key-questions.js';
import { SecondPersons } from '../../platform/access/passkeys/second-persons.js';
import { endSessions } from '../../platform/access/sessions.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { NewLinkRequest } from './people.dto.js';

type Decide = (state: LedgerState) => Outcome | Refusal;
type Statements = NonNullable<Outcome['alongside']>;

/** Accounts, as administrators make and manage them. Every act is a record in the organisation's log. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly invitations: InvitationService,
    private readonly secondPersons: SecondPersons,
    private readonly questions: KeyQuestions,
  ) {}

  /** Somebody new, with a link to choose a password. The same request again gives the same link. */
  async add(act: ActContext, of: { username: string; displayName: string }): Promise<Posted> {
    const username = normaliseUsername(of.username);
    const { displayName } = of;
    const personId = uuidv7();
    const invitationId = uuidv7();
    const invitation = { invitationId, personId, purpose: 'invitation', removeSecondFactor: false } as const;
    const posted = await this.ledger.post({
      ...requested(act),
      type: 'person_added',
      reads: readsOfAddPerson({ username }),
      decide: together(
        addPerson({ personId, username, displayName, invitationId }),
        this.invitations.issue(invitation),
      ),
    });
    return this.#withToken(posted);
  }

  /**
   * A new link; earlier ones end. One that takes keys and authenticator away needs a second person. Refuses
   * `not_permitted`, `not_found`, `own_act`, `unknown_reference` and what is against that person.
   */
  async invite(act: ActContext, personId: string, { removeSecondFactor, approver }: NewLinkRequest): Promise<Posted> {
    const { caller } = act;
    const invitationId = uuidv7();
    const confirmed = approvedLink(caller, { id: act.idempotencyKey, personId, removeSecondFactor });
    const approval =
      approver && (await this.secondPersons.present({ caller, meaning: 'approved', credentials: approver, confirmed }));
    const of = { ...(await this.#manage(caller, personId)), invitationId, removeSecondFactor, approval };
    const posted = await this.#post(
      act,
      'person_invited',
      of,
      together(invitePerson(of), [
        ...this.invitations.issue({ invitationId, personId, purpose: 'reset', removeSecondFactor }),
        ...(approval?.alongside ?? []),
      ]),
    );
    return this.#withToken(posted);
  }

  /** What a key of the approver is asked: this link, which takes keys and authenticator away, for this person. */
  async approvalQuestion(of: {
    caller: Caller;
    personId: string;
    idempotencyKey: string;
    username?: string | undefined;
    origin: string | undefined;
  }) {
    const link = { id: of.idempotencyKey, personId: of.personId, removeSecondFactor: true };
    const challenge = confirmationIntent(approvedLink(of.caller, link));
    return this.questions.question({ challenge, username: of.username, origin: of.origin });
  }

  /** Sessions and links end in the same transaction. Refuses `not_permitted`, `not_found`, `own_act`. */
  async disable(act: ActContext, personId: string): Promise<Posted> {
    const of = { ...(await this.#manage(act.caller, personId)), disabled: true };
    const ending = [...endSessions(personId), this.invitations.withdraw(personId)];
    return this.#post(act, 'person_disabled', of, together(setPersonDisabled(of), ending));
  }

  async enable(act: ActContext, personId: string): Promise<Posted> {
    const of = { ...(await this.#manage(act.caller, personId)), disabled: false };
    return this.#post(act, 'person_enabled', of, setPersonDisabled(of));
  }

  async endSessions(act: ActContext, personId: string): Promise<Posted> {
    const of = await this.#manage(act.caller, personId);
    return this.#post(act, 'sessions_ended', of, together(endPersonSessions(of), endSessions(personId)));
  }

  #post(act: ActContext, type: RecordType, of: ManagePerson, decide: Decide): Promise<Posted> {
    return this.ledger.post({ ...requested(act), type, reads: readsOfManagePerson(of), decide });
  }

  /**
   * Why the caller may do something about a person's account. A link to choose a password is the account itself, so the
   * administrator of one site must not get one for somebody who is anything at another.
   */
  async #manage(caller: Caller, personId: string): Promise<ManagePerson> {
    const of = { personId, actorId: caller.personId };
    if (caller.roles.get(caller.organisationId)?.includes('administrator')) return { ...of, by: 'organisation' };
    const rows = (await this.source.query(
      `SELECT DISTINCT g.site_id FROM role_grant g CROSS JOIN (SELECT ledger_clock() AS at) clock
       WHERE g.person_id = $1 AND g.withdrawn_at IS NULL AND (g.valid_until IS NULL OR g.valid_until > clock.at)`,
      [personId],
    )) as { site_id: string }[];
    const all = rows.every(({ site_id }) => caller.roles.get(site_id)?.includes('administrator'));
    return { ...of, by: all ? 'sites' : 'nothing' };
  }

  #withToken(posted: Posted): Posted {
    const token = this.invitations.tokenOf(String(posted.body.invitationId));
    return { ...posted, body: { ...posted.body, token } };
  }
}

function approvedLink(
  { personId: performerId }: Caller,
  of: Pick<ApprovedLink, 'id' | 'personId' | 'removeSecondFactor'>,
): ApprovedLink {
  return { type: 'person_invited', performerId, ...of };
}

/** Statements on credentials that commit with the record, if there is one. */
function together(decide: Decide, alongside: Statements): Decide {
  return (state) => {
    const decided = decide(state);
    return isRefusal(decided) ? decided : { ...decided, alongside };
  };
}
