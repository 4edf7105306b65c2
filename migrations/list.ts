import { RolesAndSchema1764000000001 } from './0001-roles-and-schema.js';
import { TheLog1764000000002 } from './0002-the-log.js';
import { StateFollowsTheLog1764000000003 } from './0003-state-follows-the-log.js';
import { PeopleAndPlaces1764000000004 } from './0004-people-and-places.js';
import { Stock1764000000005 } from './0005-stock.js';
import { Care1764000000006 } from './0006-care.js';
import { Entries1764000000007 } from './0007-entries.js';
import { TheOneDoor1764000000008 } from './0008-the-one-door.js';
import { Credentials1764000000009 } from './0009-credentials.js';
import { AsOf1764000000010 } from './0010-as-of.js';
import { KeptCurrent1764000000011 } from './0011-kept-current.js';
import { SignedHeads1764000000013 } from './0013-signed-heads.js';
import { Cosignatures1764000000015 } from './0015-cosignatures.js';
import { Passkeys1764000000016 } from './0016-passkeys.js';
import { Erasure1764000000017 } from './0017-erasure.js';
import { KeysSignLists1764000000020 } from './0020-keys-sign-lists.js';
import { Lists1764000000022 } from './0022-lists.js';

/** In the order in which they tell the story. */
export const MIGRATIONS = [
  RolesAndSchema1764000000001,
  TheLog1764000000002,
  StateFollowsTheLog1764000000003,
  PeopleAndPlaces1764000000004,
  Stock1764000000005,
  Care1764000000006,
  Entries1764000000007,
  TheOneDoor1764000000008,
  Credentials1764000000009,
  AsOf1764000000010,
  KeptCurrent1764000000011,
  SignedHeads1764000000013,
  Cosignatures1764000000015,
  Passkeys1764000000016,
  Erasure1764000000017,
  KeysSignLists1764000000020,
  Lists1764000000022,
];
