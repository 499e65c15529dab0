import { invalidParameter } from '#core/api/query-parameters.ts';
import type { Form } from '#core/form/define-form.ts';
import { isUuid, newId } from '#core/values/id.ts';
import type { Problem } from '#core/api/problem.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiDeps } from './request-context.ts';
import type { ApiRequest } from './lambda-adapter.ts';

/** The sender's id for this request. Without one a new id is made, and repeats are not recognized. */
export function idempotencyKey(
  { now, randomBytes }: Pick<ApiDeps, 'now' | 'randomBytes'>,
  { headers }: ApiRequest,
): Result<string, Problem> {
  const key = headers.get('idempotency-key');
  if (key === undefined) return ok(newId({ now: now().getTime(), random: randomBytes(10) }));
  return isUuid(key)
    ? ok(key.toLowerCase())
    : err(invalidParameter('Idempotency-Key', 'Send a UUID'));
}

/** The version of the form that was filled in. The current one, unless the sender says otherwise. */
export function formVersion({ headers }: ApiRequest, form: Form): Result<number, Problem> {
  const version = headers.get('form-version');
  if (version === undefined) return ok(form.version);
  if (/^[1-9]\d{0,5}$/.test(version)) return ok(Number(version));
  return err(invalidParameter('Form-Version', 'Send the version of the form as a number, like 2'));
}

/** The version a change is based on. Compressing proxies turn an ETag into a weak one, `W/"3"`. */
export function ifMatch({ headers }: ApiRequest): Result<number | undefined, Problem> {
  const tag = headers.get('if-match');
  if (tag === undefined) return ok(undefined);
  const version = /^(?:W\/)?"([1-9]\d{0,14})"$/.exec(tag.trim())?.[1];
  if (version !== undefined) return ok(Number(version));
  return err(invalidParameter('If-Match', 'Send the ETag of the entry as you read it, like "3"'));
}
