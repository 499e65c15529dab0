import { assign } from '#core/assignments/assign.ts';
import { readAssignment } from '#core/assignments/read-assignment.ts';
import { err, ok } from '#core/values/result.ts';
import { replayHeaders } from '../http-responses.ts';
import { idempotencyKey } from '../read-headers.ts';
import { readJson } from '../read-json.ts';
import type { RouteHandler } from '../request-context.ts';
import { hidesRow } from './hides-row.ts';
import { responseKey } from './response-key.ts';

/** Bytes: an address, each character of which may be written as several. */
const longestBody = 4 * 1024;

/** For reviewers of the form: anybody's entry, among their rows. */
export const assignResponse: RouteHandler = async (
  deps,
  { request, form, caller, parameters, rows },
) => {
  const id = idempotencyKey(deps, request);
  if (!id.ok) return id;
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  const to = readAssignment(body.value);
  if (!to.ok) return to;
  const { username: by, email } = caller;
  const key = responseKey({ form, parameters });
  if (await hidesRow(deps, { rows }, key)) return err({ code: 'not_found' });
  const assigned = await assign(deps, {
    key,
    sent: {
      id: id.value,
      by,
      ...(to.value !== undefined && { to: to.value }),
      ...(email !== undefined && { email }),
    },
  });
  if (!assigned.ok) return assigned;
  const { stored, isNew, now = null } = assigned.value;
  const { to: sent = null } = stored;
  const answer = { ...stored, to: sent, now };
  return ok({ status: isNew ? 201 : 200, body: answer, headers: replayHeaders(!isNew) });
};
