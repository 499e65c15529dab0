import {
  deviceAuthor,
  deviceKeyPattern,
  invitedCaller,
  type Caller,
} from '#core/api/access-policy.ts';
import { invalidParameter } from '#core/api/query-parameters.ts';
import type { Problem } from '#core/api/problem.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiRequest } from './lambda-adapter.ts';
import type { ApiDeps } from './request-context.ts';

/** Who sent a request without an account: the invitation of a personal link, by its token; or else the device. */
export async function callerWithoutAccount(
  deps: Pick<ApiDeps, 'digest' | 'tokens'>,
  request: ApiRequest,
): Promise<Result<Caller, Problem>> {
  const token = request.headers.get('invitation');
  if (token === undefined) return deviceCaller(deps, request);
  const invitation = await deps.tokens.open(token);
  return invitation ? ok(invitedCaller(invitation)) : err({ code: 'invitation_invalid' });
}

/** The device that sent a request, by its key, of which only a digest is ever stored. */
export function deviceCaller(
  { digest }: Pick<ApiDeps, 'digest'>,
  { headers }: ApiRequest,
): Result<Caller, Problem> {
  const key = headers.get('device-key') ?? '';
  if (deviceKeyPattern.test(key)) return ok(deviceAuthor(digest(`device ${key}`)));
  return err(invalidParameter('Device-Key', 'Send 256 random bits in base64url'));
}
