import {
  confirmResetPassword,
  confirmSignUp,
  resendSignUpCode,
  resetPassword,
  signIn,
} from 'aws-amplify/auth';
import { own } from '#core/own.ts';
import { err, ok, type Result } from '#core/result.ts';

/** Why a code did not do it. */
export type CodeFailure =
  | 'wrong-code'
  | 'expired-code'
  | 'weak-password'
  | 'too-often'
  | 'unreachable'
  | 'failed';

/** What can be done with a code that Cognito has mailed. */
export type Codes = {
  /** The account is its owner's from here on. */
  confirm(email: string, code: string): Promise<Result<undefined, CodeFailure>>;
  newPassword(
    email: string,
    code: string,
    password: string,
  ): Promise<Result<undefined, CodeFailure>>;
  /** Another code, for a new account or a new password. */
  sendAnother(email: string, to: CodeTo): Promise<Result<undefined, CodeFailure>>;
  /** Right after confirming, with what was typed before it. */
  enter(email: string, password: string): Promise<Result<undefined, CodeFailure>>;
};

export type CodeTo = 'confirm' | 'new-password';

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
    return err((error instanceof Error && own(failures, error.name)) || 'failed');
  }
}
