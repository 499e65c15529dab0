import type { RequestedView } from '#core/views/read-shared-view.ts';
import type { SharedView } from '#core/views/shared-view.ts';
import { isRecord } from '#core/values/is-record.ts';
import { ok, type Result } from '#core/values/result.ts';
import type { ApiCaller } from '../../../cloud/api/api-caller.ts';
import { notFromOurApi, type ApiFailure } from '../../../cloud/api/api-failure.ts';

export type ViewsApi = {
  list(): Promise<Result<readonly SharedView[], ApiFailure>>;
  set(view: RequestedView): Promise<Result<void, ApiFailure>>;
};

/** @param as the member of the form whose page this is */
export function createViewsApi(call: ApiCaller, form: string, as: string): ViewsApi {
  return {
    async list() {
      const replied = await call('listViews', { form }, { as });
      if (!replied.ok) return replied;
      const views = isRecord(replied.value) ? viewsIn(replied.value['items']) : undefined;
      return views ? ok(views) : notFromOurApi;
    },

    async set(body) {
      const replied = await call('shareView', { form }, { as, body });
      return replied.ok ? ok(undefined) : replied;
    },
  };
}

/** A list of shared views, if it is one. */
export function viewsIn(it: unknown): readonly SharedView[] | undefined {
  return Array.isArray(it) && it.every(isSharedView) ? it : undefined;
}

function isSharedView(it: unknown): it is SharedView {
  if (!isRecord(it)) return false;
  const { id, name, query, by, email, at } = it;
  const isWritten = [id, name, query, by, at].every((text) => typeof text === 'string');
  return isWritten && (email === undefined || typeof email === 'string');
}
