import { deleteUser, signOut, updatePassword } from 'aws-amplify/auth';
import './amplify.ts';
import { own } from '#core/own.ts';
import { err, ok, type Result } from '#core/result.ts';
import { endingTokens, holdingTokens } from './tokens.ts';

/** What Cognito would not do, in words for the person; or that it could not be asked. */
export type AccountFailure = 'unreachable' | 'wrong-password' | 'weak-password' | 'too-often';

/** What a person can do with their account, beyond signing in and out here. */
export type Account = {
  changePassword(passwords: {
    readonly oldPassword: string;
    readonly newPassword: string;
  }): Promise<Result<undefined, AccountFailure>>;
  /** On every device; access already granted ends within fifteen minutes. */
  signOutEverywhere(): Promise<Result<undefined, AccountFailure>>;
  /** For ever, and the tokens here with it. */
  remove(): Promise<Result<undefined, AccountFailure>>;
};

const failures: { readonly [name: string]: AccountFailure } = {
  NotAuthorizedException: 'wrong-password',
  InvalidPasswordException: 'weak-password',
  InvalidParameterException: 'weak-password',
  LimitExceededException: 'too-often',
};

export const account: Account = {
  changePassword: (passwords) => attempt(() => holdingTokens(() => updatePassword(passwords))),
  signOutEverywhere: () => attempt(() => endingTokens(() => signOut({ global: true }))),
  remove: () => attempt(() => endingTokens(deleteUser)),
};

async function attempt(work: () => Promise<void>): Promise<Result<undefined, AccountFailure>> {
  try {
    await work();
    return ok(undefined);
  } catch (error) {
    return err((error instanceof Error && own(failures, error.name)) || 'unreachable');
  }
}
