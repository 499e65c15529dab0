import { addReview } from '#core/review/add-review.ts';
import { readReview } from '#core/review/read-review.ts';
import { err, ok } from '#core/values/result.ts';
import { replayHeaders } from '../http-responses.ts';
import { idempotencyKey } from '../read-headers.ts';
import { readJson } from '../read-json.ts';
import type { RouteHandler } from '../request-context.ts';
import { hidesRow } from './hides-row.ts';
import { responseKey } from './response-key.ts';

/** Bytes: a note of the longest kind, each character of which may be written as several. */
const longestBody = 32 * 1024;

/** For reviewers of the form: anybody's entry, among their rows. */
export const reviewResponse: RouteHandler = async (
  deps,
  { request, form, caller, parameters, rows },
) => {
  const id = idempotencyKey(deps, request);
  if (!id.ok) return id;
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  const sent = readReview(body.value);
  if (!sent.ok) return sent;
  const { username: by, email } = caller;
  const key = responseKey({ form, parameters });
  if (await hidesRow(deps, { rows }, key)) return err({ code: 'not_found' });
  const added = await addReview(deps, {
    key,
    sent: { ...sent.value, id: id.value, by, ...(email !== undefined && { email }) },
  });
  if (!added.ok) return added;
  const { stored, isNew } = added.value;
  return ok({ status: isNew ? 201 : 200, body: stored, headers: replayHeaders(!isNew) });
};
