type FailureCode =
  | 'AliasExistsException'
  | 'CodeDeliveryFailureException'
  | 'CodeMismatchException'
  | 'ExpiredCodeException'
  | 'InvalidParameterException'
  | 'InvalidPasswordException'
  | 'LimitExceededException'
  | 'MissingAuthenticationTokenException'
  | 'NotAuthorizedException'
  | 'RefreshTokenReuseException'
  | 'RequestEntityTooLargeException'
  | 'ResourceNotFoundException'
  | 'SerializationException'
  | 'UnknownOperationException'
  | 'UnsupportedOperationException'
  | 'UserNotConfirmedException'
  | 'UserNotFoundException'
  | 'UnsupportedUserStateException'
  | 'UsernameExistsException';

/** A request turned down, in Cognito's own words. Raised by `refuse`, caught once, where the answer is written. */
export type CognitoFailure = Error & { readonly code: FailureCode };

/** Turns the request down. */
export function refuse(code: FailureCode, message: string): never {
  throw Object.assign(new Error(message), { name: 'CognitoFailure', code });
}

export function isCognitoFailure(thrown: unknown): thrown is CognitoFailure {
  return thrown instanceof Error && thrown.name === 'CognitoFailure';
}
