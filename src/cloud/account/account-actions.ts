import { deleteUser, signOut, updatePassword } from 'aws-amplify/auth';
import '../session/amplify-identity.ts';
import { getOwn } from '#core/values/own-property.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { clearingTokens, withTokenLock } from '../session/cognito-tokens.ts';

/** Why Cognito refused, as the pages explain it, or that it could not be reached. */
export type AccountFailure = 'unreachable' | 'wrong-password' | 'weak-password' | 'too-often';

/** What a person can do with their account, beyond signing in and out here. */
export type Account = {
  changePassword(passwords: {
    readonly oldPassword: string;
    readonly newPassword: string;
  }): Promise<Result<undefined, AccountFailure>>;
  /** On every device. Tokens that were issued before expire within fifteen minutes. */
  signOutEverywhere(): Promise<Result<undefined, AccountFailure>>;
  /** Deletes the account and the tokens on this device. */
  remove(): Promise<Result<undefined, AccountFailure>>;
};

const failures: { readonly [name: string]: AccountFailure } = {
  NotAuthorizedException: 'wrong-password',
  InvalidPasswordException: 'weak-password',
  InvalidParameterException: 'weak-password',
  LimitExceededException: 'too-often',
};

export const account: Account = {
  changePassword: (passwords) => attempt(() => withTokenLock(() => updatePassword(passwords))),
  signOutEverywhere: () => attempt(() => clearingTokens(() => signOut({ global: true }))),
  remove: () => attempt(() => clearingTokens(deleteUser)),
};

async function attempt(work: () => Promise<void>): Promise<Result<undefined, AccountFailure>> {
  try {
    await work();
    return ok(undefined);
  } catch (error) {
    return err((error instanceof Error && getOwn(failures, error.name)) || 'unreachable');
  }
}
