import { addReview } from '#core/review/add-review.ts';
import { readReview } from '#core/review/read-review.ts';
import { ok } from '#core/values/result.ts';
import { replayHeaders } from '../http-responses.ts';
import { decodedSegment } from '../path-segment.ts';
import { idempotencyKey } from '../read-headers.ts';
import { readJson } from '../read-json.ts';
import type { RouteHandler } from '../request-context.ts';

/** Bytes: a note of the longest kind, each character of which may be written as several. */
const longestBody = 32 * 1024;

/** For those who review the form's responses, anybody's entry. */
export const reviewResponse: RouteHandler = async (deps, { request, form, caller, parameters }) => {
  const id = idempotencyKey(deps, request);
  if (!id.ok) return id;
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  const sent = readReview(body.value);
  if (!sent.ok) return sent;
  const { username: by, email } = caller;
  const username = decodedSegment(parameters['username']);
  const added = await addReview(deps, {
    key: { username, form: form.id, id: parameters['id'] ?? '' },
    sent: { ...sent.value, id: id.value, by, ...(email !== undefined && { email }) },
  });
  if (!added.ok) return added;
  const { stored, isNew } = added.value;
  return ok({ status: isNew ? 201 : 200, body: stored, headers: replayHeaders(!isNew) });
};
