import {
  confirmResetPassword,
  confirmSignUp,
  resendSignUpCode,
  resetPassword,
  signIn,
} from 'aws-amplify/auth';
import { getOwn } from '#core/values/own-property.ts';
import { err, ok, type Result } from '#core/values/result.ts';

/** Why a code did not work. */
export type CodeFailure =
  | 'wrong-code'
  | 'expired-code'
  | 'weak-password'
  | 'too-often'
  | 'unreachable'
  | 'failed';

/** What can be done with a code that Cognito has mailed. */
export type Codes = {
  /** Confirms that the address is theirs, after which they can sign in. */
  confirm(email: string, code: string): Promise<Result<undefined, CodeFailure>>;
  newPassword(
    email: string,
    code: string,
    password: string,
  ): Promise<Result<undefined, CodeFailure>>;
  /** Mails another code, for a new account or a new password. */
  sendAnother(email: string, to: CodePurpose): Promise<Result<undefined, CodeFailure>>;
  /** Signs in right after confirming, with the password typed before. */
  enter(email: string, password: string): Promise<Result<undefined, CodeFailure>>;
};

export type CodePurpose = 'confirm' | 'new-password';

const failures: { readonly [name: string]: CodeFailure } = {
  CodeMismatchException: 'wrong-code',
  ExpiredCodeException: 'expired-code',
  InvalidPasswordException: 'weak-password',
  LimitExceededException: 'too-often',
  TooManyRequestsException: 'too-often',
  TooManyFailedAttemptsException: 'too-often',
  NetworkError: 'unreachable',
};

export const codes: Codes = {
  confirm: (username, confirmationCode) =>
    attempt(async () => {
      try {
        await confirmSignUp({ username, confirmationCode });
      } catch (error) {
        if (!isConfirmedAlready(error)) throw error;
      }
    }),
  newPassword: (username, confirmationCode, newPassword) =>
    attempt(() => confirmResetPassword({ username, confirmationCode, newPassword })),
  sendAnother: (username, to) =>
    attempt(() =>
      to === 'confirm' ? resendSignUpCode({ username }) : resetPassword({ username }),
    ),
  enter: (username, password) => attempt(() => signIn({ username, password })),
};

/** As when the answer to the first attempt was lost. */
function isConfirmedAlready(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotAuthorizedException';
}

async function attempt(work: () => Promise<unknown>): Promise<Result<undefined, CodeFailure>> {
  try {
    await work();
    return ok(undefined);
  } catch (error) {
    return err((error instanceof Error && getOwn(failures, error.name)) || 'failed');
  }
}
