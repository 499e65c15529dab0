/** The names of the errors after which Amplify has deleted the tokens. After any other it still has them. */
export const tokensLost =
  /^(NotAuthorized|TokenRevoked|UserNotFound|PasswordResetRequired|UserNotConfirmed|RefreshTokenReuse)Exception/;

/**
 * How Cognito's answer to a renewal ends the session: it has expired, or somebody has revoked it, by signing out
 * everywhere or as an administrator. In doubt it is revoked. Undefined if the session has not ended.
 */
export async function endOfSession(answer: Response): Promise<'expired' | 'revoked' | undefined> {
  if (answer.status < 400 || answer.status >= 500) return undefined;
  const { __type, message } = (await answer.json()) as { __type?: unknown; message?: unknown };
  // The name may have a namespace in front.
  const name = String(__type).split('#').at(-1) ?? '';
  if (!tokensLost.test(name)) return undefined;
  return name.startsWith('NotAuthorized') && /\bexpired\b/i.test(String(message))
    ? 'expired'
    : 'revoked';
}
