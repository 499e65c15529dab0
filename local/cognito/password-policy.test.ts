import { expect, test } from 'vitest';
import { checkPassword, temporaryPassword } from './password-policy.ts';

const strict = {
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
};

test.each([
  ['Ab1!', 'Password not long enough'],
  ['abcdefg1!', 'Password must have uppercase characters'],
  ['ABCDEFG1!', 'Password must have lowercase characters'],
  ['Abcdefgh!', 'Password must have numeric characters'],
  ['Abcdefgh1', 'Password must have symbol characters'],
])('%s is turned down in the words of AWS: %s', (password, lack) => {
  expect(() => checkPassword(strict, password)).toThrow(
    expect.objectContaining({
      code: 'InvalidPasswordException',
      message: `Password did not conform with policy: ${lack}`,
    }),
  );
});

const symbols = Array.from(String.raw`^$*.[]{}()?-"!@#%&/\,><':;|_~` + '`+= ');

test.each(symbols)('%s is a symbol', (symbol) => {
  expect(() => checkPassword(strict, `Abcd${symbol}efg1`)).not.toThrow();
});

test('a lenient pool asks for length only', () => {
  const lenient = { ...strict, requireUppercase: false, requireNumbers: false };
  const policy = { ...lenient, requireLowercase: false, requireSymbols: false };
  expect(() => checkPassword(policy, 'ΑΒΓΔΕΖΗΘ')).not.toThrow();
  expect(() => checkPassword(policy, ' leading1')).toThrow('regular expression pattern');
});

test('a temporary password passes whatever the policy', () => {
  for (const minimumLength of [6, 8, 40]) {
    const policy = { ...strict, minimumLength };
    expect(() => checkPassword(policy, temporaryPassword(policy))).not.toThrow();
  }
});
