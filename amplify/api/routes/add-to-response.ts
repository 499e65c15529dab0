import type { Problem } from '#core/api/problem.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { replayHeaders } from '../http-responses.ts';
import { idempotencyKey } from '../read-headers.ts';
import { readJson } from '../read-json.ts';
import type { ApiDeps, RouteHandler } from '../request-context.ts';
import { byCaller } from './by-caller.ts';
import { hidesRow } from './hides-row.ts';
import { responseKey } from './response-key.ts';

type Addition<Sent> = {
  /** In bytes. */
  readonly longestBody: number;
  readonly read: (body: unknown) => Result<Sent, Problem>;
  readonly add: (
    deps: ApiDeps,
    addition: {
      readonly key: EntryKey;
      readonly sent: Sent & { readonly id: string } & ReturnType<typeof byCaller>;
    },
  ) => Promise<Result<{ readonly stored: object; readonly isNew: boolean }, Problem>>;
};

/** For reviewers of the form: adds something to anybody's entry, among their rows, once for each `Idempotency-Key`. */
export function addToResponse<Sent extends object>({
  longestBody,
  read,
  add,
}: Addition<Sent>): RouteHandler {
  return async (deps, { request, form, caller, parameters, rows }) => {
    const id = idempotencyKey(deps, request);
    if (!id.ok) return id;
    const body = readJson(request, longestBody);
    if (!body.ok) return body;
    const sent = read(body.value);
    if (!sent.ok) return sent;
    const key = responseKey({ form, parameters });
    if (await hidesRow(deps, { rows }, key)) return err({ code: 'not_found' });
    const added = await add(deps, {
      key,
      sent: { ...sent.value, id: id.value, ...byCaller(caller) },
    });
    if (!added.ok) return added;
    const { stored, isNew } = added.value;
    return ok({ status: isNew ? 201 : 200, body: stored, headers: replayHeaders(!isNew) });
  };
}
