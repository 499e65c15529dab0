import type { Sent } from '#core/entries/sent.ts';
import { loadFields, type Form } from '#core/form.ts';
import type { Problem } from '#core/problem.ts';
import { ok, type Result } from '#core/result.ts';
import { readJson } from './body.ts';
import type { Call } from './call.ts';
import { formVersion } from './headers.ts';

/** Answers as a call carries them: the body, and the version of the form they are for. */
export async function readSent(call: Call, form: Form): Promise<Result<Sent, Problem>> {
  const version = formVersion(call, form);
  if (!version.ok) return version;
  const body = readJson(call);
  if (body.ok) await loadFields(form);
  return body.ok ? ok({ form, body: body.value, formVersion: version.value }) : body;
}
