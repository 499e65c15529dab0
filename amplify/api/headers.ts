import { badParameter } from '#core/entries/page.ts';
import type { Form } from '#core/form.ts';
import { isUuid, newId } from '#core/id.ts';
import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Deps } from './asked.ts';
import type { Call } from './call.ts';

/** The sender's name for what it asks; who sends none gets one, but no protection from a repeat. */
export function idempotencyKey(
  { now, randomBytes }: Pick<Deps, 'now' | 'randomBytes'>,
  { headers }: Call,
): Result<string, Problem> {
  const key = headers.get('idempotency-key');
  if (key === undefined) return ok(newId({ now: now().getTime(), random: randomBytes(10) }));
  return isUuid(key) ? ok(key.toLowerCase()) : err(badParameter('Idempotency-Key', 'Send a UUID'));
}

/** The version of the form that the sender filled in; the current one unless they say so. */
export function formVersion({ headers }: Call, form: Form): Result<number, Problem> {
  const version = headers.get('form-version');
  if (version === undefined) return ok(form.version);
  if (/^[1-9]\d{0,5}$/.test(version)) return ok(Number(version));
  return err(badParameter('Form-Version', 'Send the version of the form as a number, like 2'));
}

/** The version a change is meant for. A proxy that compresses makes an ETag a weak one, `W/"3"`. */
export function ifMatch({ headers }: Call): Result<number | undefined, Problem> {
  const tag = headers.get('if-match');
  if (tag === undefined) return ok(undefined);
  const version = /^(?:W\/)?"([1-9]\d{0,14})"$/.exec(tag.trim())?.[1];
  if (version !== undefined) return ok(Number(version));
  return err(badParameter('If-Match', 'Send the ETag of the entry as you read it, like "3"'));
}
