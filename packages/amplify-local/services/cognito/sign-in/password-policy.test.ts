import { expect, test } from 'vitest';
import { checkPasswordPolicy, temporaryPassword } from './password-policy.ts';

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
])('%s is refused with AWS’s message: %s', (password, lack) => {
  expect(() => checkPasswordPolicy(strict, password)).toThrow(
    expect.objectContaining({
      code: 'InvalidPasswordException',
      message: `Password did not conform with policy: ${lack}`,
    }),
  );
});

const symbols = Array.from(String.raw`^$*.[]{}()?-"!@#%&/\,><':;|_~` + '`+= ');

test.each(symbols)('%s is a symbol', (symbol) => {
  expect(() => checkPasswordPolicy(strict, `Abcd${symbol}efg1`)).not.toThrow();
});

test('a lenient policy requires length only', () => {
  const lenient = { ...strict, requireUppercase: false, requireNumbers: false };
  const policy = { ...lenient, requireLowercase: false, requireSymbols: false };
  expect(() => checkPasswordPolicy(policy, 'ΑΒΓΔΕΖΗΘ')).not.toThrow();
  expect(() => checkPasswordPolicy(policy, ' leading1')).toThrow('regular expression pattern');
});

test('a temporary password satisfies any policy', () => {
  for (const minimumLength of [6, 8, 40]) {
    const policy = { ...strict, minimumLength };
    expect(() => checkPasswordPolicy(policy, temporaryPassword(policy))).not.toThrow();
  }
});
