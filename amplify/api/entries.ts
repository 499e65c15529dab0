import { list } from '#core/entries/list.ts';
import { read } from '#core/entries/read.ts';
import { submit } from '#core/entries/submit.ts';
import { ok } from '#core/result.ts';
import type { Answer } from './asked.ts';
import { idempotencyKey } from './headers.ts';
import { entryReply, pageReply } from './reply.ts';
import { readSent } from './sent.ts';

/** What people do with their own entries without changing them. */
export const submitted: Answer = async (deps, { call, form, caller }) => {
  const id = idempotencyKey(deps, call);
  if (!id.ok) return id;
  const sent = await readSent(call, form);
  if (!sent.ok) return sent;
  const { username, email: account } = caller;
  const outcome = await submit(deps, { ...sent.value, username, account, id: id.value });
  if (!outcome.ok) return outcome;
  const { entry, replayed } = outcome.value;
  const status = replayed ? 200 : 201;
  return ok(entryReply({ ...deps, form }, entry, { status, isReplay: replayed }));
};

export const listed: Answer = async (deps, { call, form, caller }) => {
  const { username } = caller;
  // Last what is not theirs to say.
  const page = await list(deps, { ...call.query, username, form: form.id });
  return page.ok ? ok(pageReply({ ...deps, form }, page.value)) : page;
};

export const found: Answer = async (deps, { form, caller, parameters }) => {
  const { username } = caller;
  const entry = await read(deps, { username, form: form.id, id: parameters['id'] ?? '' });
  return entry.ok ? ok(entryReply({ ...deps, form }, entry.value, { status: 200 })) : entry;
};
