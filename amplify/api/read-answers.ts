import type { AnswersInput } from '#core/entries/answers-input.ts';
import { loadFields, type Form } from '#core/form/define-form.ts';
import type { Problem } from '#core/api/problem.ts';
import { ok, type Result } from '#core/values/result.ts';
import { readJson } from './read-json.ts';
import type { ApiRequest } from './lambda-adapter.ts';
import { formVersion } from './read-headers.ts';

/** Reads the answers of a request: its body, and the version of the form that they were given to. */
export async function readAnswers(
  request: ApiRequest,
  form: Form,
): Promise<Result<AnswersInput, Problem>> {
  const version = formVersion(request, form);
  if (!version.ok) return version;
  const body = readJson(request);
  if (body.ok) await loadFields(form);
  return body.ok ? ok({ form, body: body.value, formVersion: version.value }) : body;
}
