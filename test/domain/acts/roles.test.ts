import { describe, expect, test } from '@jest/globals';
import { grantRole, type GrantRole } from '../../../src/domain/acts/grant-role.js';
import { managedPerson } from '../../../src/domain/acts/manage-person.js';
import { sign, type NewSignature, type Sign } from '../../../src/domain/acts/sign.js';
import type { KeySignature } from '../../../src/domain/webauthn/signed-by-key.js';
import { withdrawRole } from '../../../src/domain/acts/withdraw-role.js';
import type { RoleGrantRow } from '../../../src/domain/ledger/rows.js';
import { isRefusal } from '../../../src/domain/refusal.js';
import { ROLES, roleMay, rolesConflict, type Role } from '../../../src/domain/roles.js';
import { id, INTENT, ledgerState, RECORDED_AT } from '../../support/ledger-state.js';

const at = (minutes: number) => new Date(Date.parse(RECORDED_AT) + minutes * 60_000).toISOString();
const held = (of: Partial<RoleGrantRow> & { role: Role }, nth = 1): RoleGrantRow => ({
  grantId: id(500 + nth),
  personId: id(10),
  validFrom: at(-60),
  validUntil: null,
  withdrawnAt: null,
  grantedBy: id(2),
  ...of,
});
const codeOf = (decided: unknown) => (isRefusal(decided) ? decided.code : 'done');

describe('giving a role', () => {
  const give = (of: Partial<GrantRole>, grants: RoleGrantRow[] = []) =>
    grantRole({ grantId: id(600), personId: id(10), role: 'nurse', actorId: id(2), personKnown: true, ...of })(
      ledgerState({ rows: { role_grant: grants } }),
    );

  test.each<{ comment: string; of: Partial<GrantRole>; grants?: RoleGrantRow[]; code: string }>([
    { comment: 'to somebody who is nothing yet', of: {}, code: 'done' },
    { comment: 'to oneself', of: { actorId: id(10) }, code: 'own_act' },
    { comment: 'to nobody', of: { personKnown: false }, code: 'unknown_reference' },
    { comment: 'twice', of: {}, grants: [held({ role: 'nurse' })], code: 'already_exists' },
    {
      comment: 'again after it was withdrawn',
      of: {},
      grants: [held({ role: 'nurse', withdrawnAt: at(-1) })],
      code: 'done',
    },
    { comment: 'again after it ended', of: {}, grants: [held({ role: 'nurse', validUntil: at(0) })], code: 'done' },
    {
      comment: 'against one to come',
      of: {},
      grants: [held({ role: 'administrator', validFrom: at(60) })],
      code: 'roles_conflict',
    },
    {
      comment: 'against one of another person',
      of: {},
      grants: [held({ role: 'administrator', personId: id(11) })],
      code: 'done',
    },
    { comment: 'beginning a moment ago', of: { from: at(-1) }, code: 'request_invalid' },
    { comment: 'ending as it begins', of: { from: at(5), until: at(5) }, code: 'request_invalid' },
    { comment: 'of an inspector without an end', of: { role: 'inspector' }, code: 'request_invalid' },
    { comment: 'of an inspector with one', of: { role: 'inspector', until: at(60) }, code: 'done' },
  ])('$comment: $code', ({ of, grants, code }) => {
    expect(codeOf(give(of, grants))).toBe(code);
  });

  test('whoever watches over stock can post no movement, and no pair of roles gets round it', () => {
    const moves = ['receipt:record', 'move:record', 'session:record', 'wastage:record', 'count:record'] as const;
    const mover = (role: Role) => moves.some((permission) => roleMay(role, permission));
    for (const watcher of ['administrator', 'compliance_officer'] as const) {
      expect(mover(watcher)).toBe(false);
      for (const role of ROLES) {
        expect(rolesConflict(watcher, role)).toBe(mover(role));
        expect(rolesConflict(role, watcher)).toBe(mover(role));
      }
    }
  });
});

describe('taking a role', () => {
  const mine = held({ role: 'administrator' }, 1);
  const other = held({ role: 'administrator', personId: id(11) }, 2);
  const take = (grants: RoleGrantRow[], enabledPersonIds: string[], people: object[] = []) =>
    withdrawRole({ grantId: mine.grantId, administrators: [], enabledPersonIds })(
      ledgerState({ rows: { role_grant: grants, person: people } }),
    );

  test.each([
    { comment: 'with another one', grants: [mine, other], enabled: [id(11)], code: 'done' },
    { comment: 'alone', grants: [mine], enabled: [id(10)], code: 'last_administrator' },
    { comment: 'with another who is disabled', grants: [mine, other], enabled: [], code: 'last_administrator' },
    {
      comment: 'with another who is yet to begin',
      grants: [mine, { ...other, validFrom: at(1) }],
      enabled: [id(11)],
      code: 'last_administrator',
    },
    {
      comment: 'with a second grant of one’s own',
      grants: [mine, { ...other, personId: id(10) }],
      enabled: [id(10)],
      code: 'last_administrator',
    },
    {
      comment: 'that was withdrawn',
      grants: [{ ...mine, withdrawnAt: at(-1) }, other],
      enabled: [id(11)],
      code: 'not_found',
    },
    { comment: 'that is not there', grants: [other], enabled: [id(11)], code: 'not_found' },
  ])('of an administrator $comment: $code', ({ grants, enabled, code }) => {
    expect(codeOf(take(grants, enabled))).toBe(code);
  });

  test('counts nobody whom the log itself shows as disabled by now', () => {
    const row = { personId: id(11), username: 'x', displayName: 'X', disabled: true };
    expect(codeOf(take([mine, other], [id(11)], [row]))).toBe('last_administrator');
  });
});

describe('managing an account', () => {
  const person = (personId: string, disabled = false) => ({ personId, username: 'x', displayName: 'X', disabled });
  const grants = [held({ role: 'administrator', personId: id(2) })];
  test.each<{
    comment: string;
    by: 'organisation' | 'sites' | 'nothing';
    code: string;
    held?: RoleGrantRow[];
    actorDisabled?: true;
    personId?: string;
  }>([
    { comment: 'by the organisation', by: 'organisation', code: 'done' },
    { comment: 'by one who is administrator no more', by: 'organisation', held: [], code: 'not_permitted' },
    { comment: 'by one who was disabled meanwhile', by: 'organisation', actorDisabled: true, code: 'not_permitted' },
    { comment: 'by all sites of the person', by: 'sites', held: [], code: 'done' },
    { comment: 'by nothing', by: 'nothing', code: 'not_permitted' },
    { comment: 'of nobody', by: 'organisation', personId: id(99), code: 'not_found' },
    { comment: 'of oneself', by: 'organisation', personId: id(2), code: 'own_act' },
  ])('$comment: $code', ({ by, code, held: holds = grants, actorDisabled = false, personId = id(10) }) => {
    const state = ledgerState({
      rows: { person: [person(id(2), actorDisabled), person(id(10))], role_grant: holds },
    });
    expect(codeOf(managedPerson({ personId, actorId: id(2), by }, state))).toBe(code);
  });
});

describe('signing', () => {
  const signer = {
    id: id(10),
    role: 'none',
    meaning: 'witnessed',
    method: 'signature:password',
    evidence: 'ZQ==',
  } as const;
  const of: Sign = {
    signatures: [{ signatureId: id(700), intent: INTENT, tokenHash: 'aGFzaA==' }],
    signer,
    performerId: id(2),
    intent: INTENT,
    isOfList: false,
    act: 'wastes',
    attests: ['label'],
  };
  const signWith = (role: Role | undefined, more: { requireSecondFactor?: boolean; method?: string } = {}) =>
    sign(
      { ...of, signer: { ...signer, method: more.method ?? signer.method } },
      ledgerState({
        rows: { role_grant: role ? [held({ role })] : [] },
        policy: { requireSecondFactor: more.requireSecondFactor ?? false },
      }),
    );

  test.each(ROLES)('%s may sign exactly when the role carries it', (role) => {
    expect(codeOf(signWith(role))).toBe(roleMay(role, 'signature:make') ? 'done' : 'not_permitted');
  });

  test('nobody without a role, or with one that ended at this moment', () => {
    expect(codeOf(signWith(undefined))).toBe('not_permitted');
    const ended = ledgerState({ rows: { role_grant: [held({ role: 'nurse', validUntil: RECORDED_AT })] } });
    expect(codeOf(sign(of, ended))).toBe('not_permitted');
  });

  test('lasts two minutes by the ledger’s clock, in the signer’s role', () => {
    const decided = signWith('witness');
    expect(decided).toMatchObject({
      performer: { id: id(10), role: 'witness', meaning: 'witnessed', attests: ['label'], signatureId: id(700) },
      changes: [{ table: 'signature', madeAt: RECORDED_AT, expiresAt: at(2), intent: INTENT }],
      answer: { signatureIds: [id(700)], expiresAt: at(2) },
    });
  });

  test('a list is one record with a signature of each act, and says how many they are', () => {
    const signatures = [700, 701].map((n) => ({ signatureId: id(n), intent: `${n}`, tokenHash: `hash ${n}` }));
    const list = { ...of, signatures: signatures as [NewSignature, NewSignature], isOfList: true, attests: [] };
    const state = ledgerState({ rows: { role_grant: [held({ role: 'pharmacist' })] } });
    expect(sign(list, state)).toMatchObject({
      act: { together: 2, intent: INTENT },
      changes: [
        { each: { signatureId: [id(700), id(701)], intent: ['700', '701'], tokenHash: ['hash 700', 'hash 701'] } },
      ],
      answer: { signatureIds: [id(700), id(701)] },
    });
  });

  test.each(['witnessed', 'checked', 'approved'] as const)(
    'where the site asks for a key that stays on its device, nothing is %s without one',
    (meaning) => {
      const state = ledgerState({
        rows: { role_grant: [held({ role: 'nurse' })] },
        policy: { requireDeviceBoundKeys: true },
      });
      const by = (deviceBound: boolean | undefined) => {
        const key = deviceBound === undefined ? undefined : ({ passkeyId: id(800), deviceBound } as KeySignature);
        return codeOf(sign({ ...of, signer: { ...signer, meaning }, key }, state));
      };
      expect(by(undefined)).toBe('device_bound_key_required');
      expect(by(false)).toBe('device_bound_key_required');
      expect(by(true)).toBe('done');
    },
  );

  test('with a second factor where the site asks for it', () => {
    expect(codeOf(signWith('witness', { requireSecondFactor: true }))).toBe('second_factor_enrolment_required');
    expect(codeOf(signWith('witness', { requireSecondFactor: true, method: 'signature:password+totp' }))).toBe('done');
  });
});
