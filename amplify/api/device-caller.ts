import { deviceAuthor, deviceKeyPattern, type Caller } from '#core/api/access-policy.ts';
import { invalidParameter } from '#core/api/query-parameters.ts';
import type { Problem } from '#core/api/problem.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiRequest } from './lambda-adapter.ts';
import type { ApiDeps } from './request-context.ts';

/** The device that sent a request, by its key, of which only a digest is ever stored. */
export function deviceCaller(
  { digest }: Pick<ApiDeps, 'digest'>,
  { headers }: ApiRequest,
): Result<Caller, Problem> {
  const key = headers.get('device-key') ?? '';
  if (deviceKeyPattern.test(key)) return ok(deviceAuthor(digest(`device ${key}`)));
  return err(invalidParameter('Device-Key', 'Send 256 random bits in base64url'));
}
