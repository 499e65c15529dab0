import { readSharedView } from '#core/views/read-shared-view.ts';
import { setSharedView } from '#core/views/set-shared-view.ts';
import { ok } from '#core/values/result.ts';
import { readJson } from '../read-json.ts';
import type { RouteHandler } from '../request-context.ts';
import { byCaller } from './by-caller.ts';

/** Bytes: a name and a query, each character of which may be written as several. */
const longestBody = 32 * 1024;

/** For whoever may read the form's responses. */
export const listSharedViews: RouteHandler = async ({ views }, { form }) =>
  ok({ status: 200, body: { items: await views.list(form.id) } });

/** For reviewers: shares a view, and for whoever shared it and owners, renames or removes it. */
export const shareView: RouteHandler = async (deps, { request, form, caller, role }) => {
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  const view = readSharedView(body.value);
  if (!view.ok) return view;
  const set = await setSharedView(deps, {
    form: form.id,
    view: view.value,
    caller: byCaller(caller),
    isOwner: role === 'owner',
  });
  return set.ok ? ok({ status: 200, body: set.value }) : set;
};
