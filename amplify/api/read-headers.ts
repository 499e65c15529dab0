import { invalidParameter } from '#core/api/query-parameters.ts';
import type { Form } from '#core/form/define-form.ts';
import { isCalendarDate } from '#core/values/calendar-date.ts';
import { isUuid, newId, timeOfId } from '#core/values/id.ts';
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

const oneDay = 24 * 60 * 60 * 1000;

/**
 * The day on which an entry was begun, where its author is. The clock of a device may be wrong and its calendar a
 * day ahead or behind, so it is compared with the time in the entry's id.
 */
export function begunOn(
  { now }: Pick<ApiDeps, 'now'>,
  { headers }: ApiRequest,
  entry: string,
): Result<string, Problem> {
  const begun = timeOfId(entry) ?? now().getTime();
  const day = headers.get('begun-on');
  if (day === undefined) return ok(utcDay(begun));
  const isClose = utcDay(begun - oneDay) <= day && day <= utcDay(begun + oneDay);
  if (isClose && isCalendarDate(day)) return ok(day);
  return err(invalidParameter('Begun-On', 'Send the day on which the entry was begun'));
}

/** When the sender saved the answers, by their clock. */
export function savedAt({ headers }: ApiRequest): Result<string | undefined, Problem> {
  const time = headers.get('saved-at');
  if (time === undefined || isInstant(time)) return ok(time);
  return err(invalidParameter('Saved-At', 'Send the time in UTC at which the answers were saved'));
}

function isInstant(text: string): boolean {
  const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
  return pattern.test(text) && !Number.isNaN(Date.parse(text));
}

function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The version a change is based on. Compressing proxies turn an ETag into a weak one, `W/"3"`. */
export function ifMatch({ headers }: ApiRequest): Result<number | undefined, Problem> {
  const tag = headers.get('if-match');
  if (tag === undefined) return ok(undefined);
  const version = /^(?:W\/)?"([1-9]\d{0,14})"$/.exec(tag.trim())?.[1];
  if (version !== undefined) return ok(Number(version));
  return err(invalidParameter('If-Match', 'Send the ETag of the entry as you read it, like "3"'));
}
