import type { EntryList } from '#core/entries/list-own-entries.ts';
import { toApiEntry } from '#core/api/api-entry.ts';
import type { Entry } from '#core/form/entry.ts';
import type { OnFormError } from '#core/form/safe-call.ts';
import type { Form } from '#core/form/define-form.ts';
import { problemBody, type Problem } from '#core/api/problem.ts';
import type { ApiResponse } from './lambda-adapter.ts';

type FormContext = { readonly form: Form; readonly onFormError?: OnFormError };
type ResponseStatus = { readonly status: number; readonly isReplay?: boolean };

export function entryResponse(
  { form, onFormError }: FormContext,
  entry: Entry,
  { status, isReplay = false }: ResponseStatus,
): ApiResponse {
  const headers = { ...replayHeaders(isReplay), ETag: etagOf(entry) };
  return { status, body: toApiEntry(form, entry, onFormError), headers };
}

export function pageResponse(
  { form, onFormError }: FormContext,
  { entries, ...rest }: EntryList,
  toApi = toApiEntry,
): ApiResponse {
  return {
    status: 200,
    body: { items: entries.map((it) => toApi(form, it, onFormError)), ...rest },
  };
}

/**
 * The request is fine, but the table is not. Retries are spread over ten seconds, so that not all arrive at once.
 * @param random from 0 to 1
 */
export function unavailableResponse(requestId: string, random: number): ApiResponse {
  const seconds = 1 + Math.floor(random * 10);
  const headers = { 'Retry-After': String(seconds) };
  return { ...problemResponse({ code: 'unavailable' }, requestId), headers };
}

/** Marks a response that repeats an earlier one. */
export function replayHeaders(isReplay: boolean): Record<string, string> {
  return isReplay ? { 'Idempotent-Replayed': 'true' } : {};
}

/** A problem in JSON. For a conflict it includes the current entry, which the sender needs to resolve it. */
export function problemResponse(
  problem: Problem,
  requestId: string,
  formContext?: FormContext,
): ApiResponse {
  const body = problemBody(problem, requestId);
  const { status } = body;
  const { current, retryAfter } = problem;
  if (retryAfter !== undefined)
    return { status, body, headers: { 'Retry-After': String(retryAfter) } };
  if (!current || !formContext) return { status, body };
  return {
    status,
    body: { ...body, current: toApiEntry(formContext.form, current, formContext.onFormError) },
    headers: { ETag: etagOf(current) },
  };
}

function etagOf({ version }: Entry): string {
  return `"${version}"`;
}
