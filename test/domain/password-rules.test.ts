import { describe, expect, test } from '@jest/globals';
import { checkPassword, normalisePassword } from '../../src/domain/password-rules.js';
import { checkUsername, normaliseUsername } from '../../src/domain/username.js';

const weak = (password: string, username = 'rn1') =>
  checkPassword({ password, username, field: 'password' })?.detail ?? 'good';

describe('a password', () => {
  test.each([
    ['eleven char', 'A password has at least 12 characters.'],
    ['twelve chars', 'good'],
    ['a'.repeat(3) + 'bcdefgh'.repeat(18), 'A password has at most 128 characters.'],
    ['bcdefgh '.repeat(16), 'good'],
    ['Password1234', 'This password is one of those that are tried first.'],
    ['PASSWORDpassword', 'This password is one of those that are tried first.'],
    ['ababababababab', 'The password has fewer than 5 different characters.'],
    ['my RN1 is great', 'The password contains the user name.'],
    ['correct horse battery staple', 'good'],
  ])('%s: %s', (password, expected) => {
    expect(weak(password)).toBe(expected);
  });

  test('is measured in characters, not in bytes or halves of them', () => {
    expect(weak('🐎🔋📎🪨🌧️🎻🧶🪁🧭🪵')).toBe('A password has at least 12 characters.');
    expect(weak('ü'.normalize('NFD') + 'abcdefghij')).toBe('A password has at least 12 characters.');
  });

  test('is the same from two keyboards', () => {
    expect(normalisePassword('ü'.normalize('NFD'))).toBe(normalisePassword('ü'));
  });
});

describe('a user name', () => {
  test('is kept small', () => {
    expect(normaliseUsername('  RN1 ')).toBe('rn1');
  });

  test.each(['rn1', 'rosa.nguyen@clinic.example', 'a-b_c', 'x'.repeat(64)])('may be %s', (username) => {
    expect(checkUsername(username)).toBeUndefined();
  });

  test.each(['', 'ab', 'x'.repeat(65), '-ab', 'ab-', 'a b', 'RN1', 'rn1\n', 'ünn', 'a/b'])('is not %j', (username) => {
    expect(checkUsername(username)).toMatchObject({ code: 'request_invalid', field: 'username' });
  });
});
