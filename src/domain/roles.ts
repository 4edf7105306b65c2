/** What a person may be at a site. A role is granted per site, from a time and until a time. */
export const ROLES = [
  'administrator',
  'pharmacist',
  'nurse',
  'prescriber',
  'witness',
  'compliance_officer',
  'inspector',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * The one table of who may do what. Permissions read `thing:act`. Separation of duties (regulations.md section 5,
 * ASHP segregation): administrators and compliance officers post no stock movement, a witness only signs, an
 * inspector only reads.
 */
const TABLE = {
  'site:read': ['administrator', 'pharmacist', 'nurse', 'prescriber', 'witness', 'compliance_officer', 'inspector'],
  'site:manage': ['administrator'],
  'site:create': ['administrator'],
  'people:read': ['administrator', 'pharmacist', 'nurse', 'prescriber', 'witness', 'compliance_officer', 'inspector'],
  'people:manage': ['administrator'],
  'catalog:read': ['administrator', 'pharmacist', 'nurse', 'prescriber', 'witness', 'compliance_officer', 'inspector'],
  'catalog:manage': ['administrator', 'pharmacist'],
  'patient:read': ['pharmacist', 'nurse', 'prescriber', 'compliance_officer', 'inspector'],
  'patient:register': ['pharmacist', 'nurse', 'prescriber'],
  'stock:read': ['pharmacist', 'nurse', 'prescriber', 'witness', 'compliance_officer', 'inspector'],
  'receipt:record': ['pharmacist'],
  'move:record': ['pharmacist'],
  'session:read': ['pharmacist', 'nurse', 'prescriber', 'compliance_officer', 'inspector'],
  'session:record': ['nurse'],
  'wastage:record': ['nurse'],
  'wastage:read': ['pharmacist', 'nurse', 'prescriber', 'witness', 'compliance_officer', 'inspector'],
  'closeout:record': ['nurse'],
  'count:record': ['pharmacist', 'nurse'],
  'count:read': ['pharmacist', 'nurse', 'compliance_officer', 'inspector'],
  'correction:record': ['pharmacist', 'nurse'],
  'discrepancy:read': ['pharmacist', 'compliance_officer', 'inspector'],
  'signature:make': ['pharmacist', 'nurse', 'prescriber', 'witness'],
  'signature:collect': ['pharmacist', 'nurse', 'prescriber', 'witness', 'compliance_officer'],
  'erasure:perform': ['compliance_officer'],
  'erasure:approve': ['administrator', 'pharmacist', 'prescriber', 'compliance_officer'],
  'report:read': ['pharmacist', 'compliance_officer', 'inspector'],
  'log:read': ['compliance_officer', 'inspector'],
  'log:verify': ['compliance_officer', 'inspector'],
  'alarm:read': ['administrator', 'compliance_officer', 'inspector'],
  'alarm:close': ['compliance_officer'],
  'log:declare': ['compliance_officer'],
  // The inspector copies records on the premises (21 CFR 1304.04(a)); that they did is a record of the log.
  'bundle:export': ['compliance_officer', 'inspector'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof TABLE;
export const PERMISSIONS = Object.keys(TABLE) as Permission[];

/** What somebody's role must carry to sign an act; by the last part of its address. */
export function permissionToSign(act: string): Permission {
  return act === 'erasures' ? 'erasure:approve' : 'signature:make';
}

/** Roles that watch over stock, and roles that move it: at one site nobody holds one of each. */
const WATCHING: readonly Role[] = ['administrator', 'compliance_officer'];
const MOVING: readonly Role[] = ['pharmacist', 'nurse'];

/** True when separation of duties keeps two roles apart. */
export function rolesConflict(one: Role, other: Role): boolean {
  return (WATCHING.includes(one) && MOVING.includes(other)) || (MOVING.includes(one) && WATCHING.includes(other));
}

/** True when a role carries a permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return (TABLE[permission] as readonly Role[]).includes(role);
}

/** The first of somebody's roles that carries the permission: the role the act is signed in. */
export function roleFor(roles: readonly Role[], permission: Permission): Role | undefined {
  return roles.find((role) => roleMay(role, permission));
}
