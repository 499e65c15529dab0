import { listOwnEntries } from '#core/entries/list-own-entries.ts';
import { readOwnEntry } from '#core/entries/read-own-entry.ts';
import { submit } from '#core/entries/submit.ts';
import { err, ok } from '#core/values/result.ts';
import type { RouteHandler } from '../request-context.ts';
import { inspectionOf } from '../inspect-request.ts';
import { idempotencyKey } from '../read-headers.ts';
import { entryResponse, pageResponse } from '../http-responses.ts';
import { readAnswers } from '../read-answers.ts';

export const submitEntry: RouteHandler = async (deps, context) => {
  const { request, form, caller } = context;
  const id = idempotencyKey(deps, request);
  if (!id.ok) return id;
  const answers = await readAnswers(deps, { form, request, caller, entry: id.value });
  if (!answers.ok) return answers;
  const { username, email: accountEmail } = caller;
  // Whoever has a personal link was invited, and sends one entry.
  const isInspected = deps.serves === 'devices' && !caller.invitation;
  const inspect = isInspected && inspectionOf(deps, context, id.value);
  const outcome = await submit(
    { ...deps, ...(inspect && { inspect }) },
    { ...answers.value, username, accountEmail, id: id.value },
  );
  if (!outcome.ok) return outcome;
  const { entry, replayed } = outcome.value;
  const status = replayed ? 200 : 201;
  return ok(entryResponse({ ...deps, form }, entry, { status, isReplay: replayed }));
};

export const listEntries: RouteHandler = async (deps, { request, form, caller }) => {
  const { username, invitation } = caller;
  // `username` and `form` come last, so that the query cannot override them.
  const page = await listOwnEntries(deps, { ...request.query, username, form: form.id });
  const isUnused = invitation && page.ok && page.value.entries.length === 0;
  if (isUnused && (await deps.invitations.isRevoked(invitation)))
    return err({ code: 'invitation_revoked' });
  return page.ok ? ok(pageResponse({ ...deps, form }, page.value)) : page;
};

export const readEntry: RouteHandler = async (deps, { form, caller, parameters }) => {
  const { username } = caller;
  const entry = await readOwnEntry(deps, { username, form: form.id, id: parameters['id'] ?? '' });
  return entry.ok ? ok(entryResponse({ ...deps, form }, entry.value, { status: 200 })) : entry;
};
