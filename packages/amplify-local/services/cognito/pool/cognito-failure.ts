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

/** An error with Cognito's code and message. Thrown by `refuse`, caught in one place, which writes the response. */
export type CognitoFailure = Error & { readonly code: FailureCode };

/** Refuses the request. */
export function refuse(code: FailureCode, message: string): never {
  throw Object.assign(new Error(message), { name: 'CognitoFailure', code });
}

export function isCognitoFailure(thrown: unknown): thrown is CognitoFailure {
  return thrown instanceof Error && thrown.name === 'CognitoFailure';
}
