import { toApiResponseVersion, toApiVersion } from '#core/api/api-version.ts';
import { correct } from '#core/entries/correct.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { listVersions } from '#core/versions/list-versions.ts';
import { readCorrection } from '#core/versions/read-correction.ts';
import type { Problem } from '#core/api/problem.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { entryResponse } from '../http-responses.ts';
import { readAnswers } from '../read-answers.ts';
import { idempotencyKey, ifMatch } from '../read-headers.ts';
import type { ApiResponse } from '../lambda-adapter.ts';
import type { ApiDeps, RequestContext, RouteHandler } from '../request-context.ts';
import { byCaller } from './by-caller.ts';
import { hidesRow } from './hides-row.ts';
import { responseKey } from './response-key.ts';

/** What one of the caller's own entries has answered. */
export const listOwnVersions: RouteHandler = async (deps, context) => {
  const { form, caller, parameters } = context;
  const key = { username: caller.username, form: form.id, id: parameters['id'] ?? '' };
  return versionsOf(deps, context, { key, toApi: toApiVersion });
};

/** What somebody's entry has answered, for readers of the form: of the versions those that are among their rows. */
export const listResponseVersions: RouteHandler = async (deps, context) => {
  const key = responseKey(context);
  if (await hidesRow(deps, context, key)) return err({ code: 'not_found' });
  return versionsOf(deps, context, { key, toApi: toApiResponseVersion });
};

/** For owners of the form: replaces the answers of anybody's entry, and says why. */
export const correctResponse: RouteHandler = async (deps, context) => {
  const { form, request, caller } = context;
  const changeId = idempotencyKey(deps, request);
  if (!changeId.ok) return changeId;
  const ifVersion = ifMatch(request);
  if (!ifVersion.ok) return ifVersion;
  if (ifVersion.value === undefined) return err({ code: 'version_required' });
  const key = responseKey(context);
  const sent = await readAnswers(deps, { form, request, caller: {}, entry: key.id });
  if (!sent.ok) return sent;
  const correction = readCorrection(sent.value.body);
  if (!correction.ok) return correction;
  const { answers: body, reason } = correction.value;
  const outcome = await correct(deps, {
    ...sent.value,
    body,
    key,
    changeId: changeId.value,
    ifVersion: ifVersion.value,
    correction: { ...byCaller(caller), reason },
  });
  if (!outcome.ok) return outcome;
  const { entry, earlier } = outcome.value;
  const isReplay = earlier !== undefined;
  return ok(entryResponse({ ...deps, form }, entry, { status: 200, isReplay }));
};

type Versions = { readonly key: EntryKey; readonly toApi: typeof toApiVersion };

async function versionsOf(
  deps: ApiDeps,
  { form, request, rows }: RequestContext,
  { key, toApi }: Versions,
): Promise<Result<ApiResponse, Problem>> {
  const listed = await listVersions(deps, { key, rows, cursor: request.query['cursor'] });
  if (!listed.ok) return listed;
  const { versions, ...rest } = listed.value;
  const items = versions.map((version) => toApi(form, { key, version }, deps.onFormError));
  return ok({ status: 200, body: { items, ...rest } });
}
