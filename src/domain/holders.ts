/** Holders inside a registration: their balances are its stock (design.md section 1). Each is named by an id. */
export const INSIDE_HOLDERS = ['container', 'in_hand', 'suspense', 'in_transit'] as const;
export type InsideHolder = (typeof INSIDE_HOLDERS)[number];

/** Holders outside: where substance comes from and goes. One of each, for a product. */
export const OUTSIDE_HOLDERS = [
  'supplier',
  'overfill',
  'patient',
  'waste',
  'breakage',
  'destroyed',
  'reverse_distributor',
  'other_registrant',
  'close_out_shortage',
  'loss',
] as const;
export type OutsideHolder = (typeof OUTSIDE_HOLDERS)[number];

/** Where an amount can be. */
export type HolderKind = InsideHolder | OutsideHolder;
