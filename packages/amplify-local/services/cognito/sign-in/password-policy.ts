import { randomInt } from 'node:crypto';
import { refuse } from '../pool/cognito-failure.ts';

/** The pool's requirements for a password. */
export type PasswordPolicy = {
  readonly minimumLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
};

const symbol = /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+= ]/;

/** Refuses a password that does not satisfy the policy, with Cognito's message for the first requirement it lacks. */
export function checkPasswordPolicy(policy: PasswordPolicy, password: string): void {
  if (password.trim() !== password)
    refuse(
      'InvalidParameterException',
      "1 validation error detected: Value at 'password' failed to satisfy constraint: " +
        'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$',
    );
  if (password.length > 256) lacking('Password too long');
  if (password.length < policy.minimumLength) lacking('Password not long enough');
  if (policy.requireUppercase && !/[A-Z]/.test(password))
    lacking('Password must have uppercase characters');
  if (policy.requireLowercase && !/[a-z]/.test(password))
    lacking('Password must have lowercase characters');
  if (policy.requireNumbers && !/\d/.test(password))
    lacking('Password must have numeric characters');
  if (policy.requireSymbols && !symbol.test(password))
    lacking('Password must have symbol characters');
}

/** A random password that satisfies any policy, to be replaced at the first sign-in. */
export function temporaryPassword(policy: PasswordPolicy): string {
  const alphabets = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '#%+-=_'];
  const length = Math.max(policy.minimumLength, 12);
  return Array.from({ length }, (_, at) => oneOf(alphabets[at % alphabets.length] ?? '')).join('');
}

function oneOf(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length));
}

function lacking(what: string): never {
  refuse('InvalidPasswordException', `Password did not conform with policy: ${what}`);
}
