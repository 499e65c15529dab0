/**
 * The refusals after which Amplify has thrown the tokens away; after any other it still has them. They are the
 * names of its errors.
 */
export const lost =
  /^(NotAuthorized|TokenRevoked|UserNotFound|PasswordResetRequired|UserNotConfirmed|RefreshTokenReuse)Exception/;

/**
 * What Cognito's answer says of the session it was to renew: that it has run out, which happens to everybody, or
 * that somebody has ended it, by signing out everywhere, or as an administrator. Whatever is not certainly the
 * first is taken for the second. Nothing of answers that leave the session as it is.
 */
export async function endOfSession(answer: Response): Promise<'expired' | 'revoked' | undefined> {
  if (answer.status < 400 || answer.status >= 500) return undefined;
  const { __type, message } = (await answer.json()) as { __type?: unknown; message?: unknown };
  // The name may have its namespace in front.
  const name = String(__type).split('#').at(-1) ?? '';
  if (!lost.test(name)) return undefined;
  return name.startsWith('NotAuthorized') && /\bexpired\b/i.test(String(message))
    ? 'expired'
    : 'revoked';
}
