import { listFormResponses } from '#core/entries/list-form-responses.ts';
import { toApiResponse } from '#core/api/api-entry.ts';
import { summarize } from '#core/summary/summarize.ts';
import { ok } from '#core/values/result.ts';
import type { RouteHandler } from '../request-context.ts';
import { pageResponse } from '../http-responses.ts';

export const listResponses: RouteHandler = async (deps, { request, form, rows, role }) => {
  const page = await listFormResponses(deps, { ...request.query, form: form.id, rows, role });
  return page.ok ? ok(pageResponse({ ...deps, form }, page.value, toApiResponse)) : page;
};

export const summarizeResponses: RouteHandler = async (deps, { form, rows }) =>
  ok({ status: 200, body: await summarize(deps, form, rows) });
