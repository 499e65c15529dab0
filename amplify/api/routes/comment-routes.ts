import { addComment } from '#core/comments/add-comment.ts';
import { readComment } from '#core/comments/read-comment.ts';
import { takeBackComment } from '#core/comments/take-back-comment.ts';
import { err, ok } from '#core/values/result.ts';
import type { RouteHandler } from '../request-context.ts';
import { addToResponse } from './add-to-response.ts';
import { byCaller } from './by-caller.ts';
import { hidesRow } from './hides-row.ts';
import { responseKey } from './response-key.ts';

export const commentOnResponse = addToResponse({
  // A comment of the longest kind, each character of which may be written as several.
  longestBody: 32 * 1024,
  read: readComment,
  add: addComment,
});

/** For whoever wrote a comment, and for owners. */
export const takeBackOwnComment: RouteHandler = async (
  deps,
  { form, caller, parameters, rows, role },
) => {
  const key = responseKey({ form, parameters });
  if (await hidesRow(deps, { rows }, key)) return err({ code: 'not_found' });
  const taken = await takeBackComment(deps, {
    key,
    id: parameters['comment'] ?? '',
    by: byCaller(caller),
    isOwner: role === 'owner',
  });
  return taken.ok ? ok({ status: 200, body: taken.value }) : taken;
};
