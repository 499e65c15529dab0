import { responses } from '#core/entries/responses.ts';
import { summary } from '#core/entries/summary.ts';
import { ok } from '#core/result.ts';
import type { Answer } from './asked.ts';
import { pageReply } from './reply.ts';

/** What a form's owners ask. */
export const responded: Answer = async (deps, { call, form }) => {
  const page = await responses(deps, { ...call.query, form: form.id });
  return page.ok ? ok(pageReply({ ...deps, form }, page.value)) : page;
};

export const summarised: Answer = async (deps, { form }) =>
  ok({ status: 200, body: await summary(deps, form) });
