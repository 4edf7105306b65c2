import { type Detail, said } from './refusal-details.js';
import { refuse, type Refusal } from './refusal.js';

const PASSWORD_MIN_LENGTH = 12;
const PASSWORD_MAX_LENGTH = 128;

const FEWEST_DIFFERENT_CHARACTERS = 5;

/** Passwords of twelve characters and more that lists of leaked ones begin with, in small letters. */
const COMMON = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456789123',
  '123123123123',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  'abcdefghijkl',
  'abcdefghijklm',
  'abcdefghijklmnop',
  'administrator',
  'administrator1',
  'adminadminadmin',
  'changeme1234',
  'changemeplease',
  'clinic123456',
  'computer1234',
  'countersign1',
  'countersign123',
  'dragon123456',
  'football1234',
  'iloveyou1234',
  'iloveyouforever',
  'ketamine1234',
  'letmein12345',
  'letmeinplease',
  'master123456',
  'medicine1234',
  'michael12345',
  'monkey123456',
  'nursenursenurse',
  'p@ssw0rd1234',
  'passpasspass',
  'password1234',
  'password12345',
  'password123456',
  'password123!',
  'passwordpassword',
  'pharmacist123',
  'pharmacy1234',
  'princess1234',
  'q1w2e3r4t5y6',
  'qazwsxedcrfv',
  'qwerty123456',
  'qwerty1234567',
  'qwertyqwerty',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'secret123456',
  'shadow123456',
  'sunshine1234',
  'superman1234',
  'test12345678',
  'testtesttest',
  'trustno1trustno1',
  'welcome12345',
  'welcome123456',
  'zaq12wsxcde3',
]);

/**
 * What every password must be: NIST SP 800-63B section 5.1.1.2 and OWASP ASVS 5 section 6.2 (long, not common, not the
 * person's own name; no rules on kinds of characters). Length counts characters, not bytes.
 * Refuses `password_too_weak` with the reason.
 */
export function checkPassword(of: { password: string; username: string; field: string }): Refusal | undefined {
  const { field } = of;
  const password = normalisePassword(of.password);
  const small = password.toLowerCase();
  const length = [...password].length;
  const weak = (detail: Detail) => refuse('password_too_weak', { detail, field });
  if (length < PASSWORD_MIN_LENGTH) return weak(said('password_short', { min: PASSWORD_MIN_LENGTH }));
  if (length > PASSWORD_MAX_LENGTH) return weak(said('password_long', { max: PASSWORD_MAX_LENGTH }));
  if (small.includes(of.username.toLowerCase())) return weak(said('password_holds_name'));
  if (COMMON.has(small)) return weak(said('password_common'));
  if (new Set(small).size < FEWEST_DIFFERENT_CHARACTERS)
    return weak(said('password_few_characters', { min: FEWEST_DIFFERENT_CHARACTERS }));
  return undefined;
}

/** The same password typed on two keyboards is the same bytes: Unicode form NFC, and nothing cut off. */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}
