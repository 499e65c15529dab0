import { addComment } from '#core/comments/add-comment.ts';
import { readComment } from '#core/comments/read-comment.ts';
import { takeBackComment } from '#core/comments/take-back-comment.ts';
import { err, ok } from '#core/values/result.ts';
import { replayHeaders } from '../http-responses.ts';
import { idempotencyKey } from '../read-headers.ts';
import { readJson } from '../read-json.ts';
import type { RouteHandler } from '../request-context.ts';
import { hidesRow } from './hides-row.ts';
import { responseKey } from './response-key.ts';

/** Bytes: a comment of the longest kind, each character of which may be written as several. */
const longestBody = 32 * 1024;

/** For reviewers of the form: about anybody's entry, among their rows. */
export const commentOnResponse: RouteHandler = async (
  deps,
  { request, form, caller, parameters, rows },
) => {
  const id = idempotencyKey(deps, request);
  if (!id.ok) return id;
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  const sent = readComment(body.value);
  if (!sent.ok) return sent;
  const { username: by, email } = caller;
  const key = responseKey({ form, parameters });
  if (await hidesRow(deps, { rows }, key)) return err({ code: 'not_found' });
  const added = await addComment(deps, {
    key,
    sent: { ...sent.value, id: id.value, by, ...(email !== undefined && { email }) },
  });
  if (!added.ok) return added;
  const { stored, isNew } = added.value;
  return ok({ status: isNew ? 201 : 200, body: stored, headers: replayHeaders(!isNew) });
};

/** For whoever wrote a comment, and for owners. */
export const takeBackOwnComment: RouteHandler = async (
  deps,
  { form, caller, parameters, rows, role },
) => {
  const { username, email } = caller;
  const key = responseKey({ form, parameters });
  if (await hidesRow(deps, { rows }, key)) return err({ code: 'not_found' });
  const taken = await takeBackComment(deps, {
    key,
    id: parameters['comment'] ?? '',
    by: { by: username, ...(email !== undefined && { email }) },
    isOwner: role === 'owner',
  });
  return taken.ok ? ok({ status: 200, body: taken.value }) : taken;
};
