import { ok, type Result } from '#core/values/result.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { ApiCaller } from './api-caller.ts';
import { notFromOurApi, type ApiFailure } from './api-failure.ts';
import { parseApiEntries, parseApiEntry, type ApiEntry } from './parse-api-entry.ts';

export type EntryPage = {
  readonly entries: readonly ApiEntry[];
  readonly cursor: string | undefined;
};

/** Reads entries by the routes in `core/api/api-routes.ts`. */
export type ApiClient = {
  list(form: string, options?: ListOptions): Promise<Result<EntryPage, ApiFailure>>;
  /** @param options.as the entry's author; if somebody else is signed in, nothing is read */
  readonly read: (
    form: string,
    id: string,
    options?: { readonly as?: string; readonly invitation?: string | undefined },
  ) => Promise<Result<ApiEntry, ApiFailure>>;
};

type ListOptions = {
  /** The entries' author, as in `read`. */
  readonly as?: string | undefined;
  readonly cursor?: string | undefined;
  /** Lists the withdrawn entries that can still be restored, instead of the current ones. */
  readonly isWithdrawn?: boolean;
};

const pageSize = 25;

export function createApiClient(call: ApiCaller): ApiClient {
  return {
    async list(form, { as, cursor, isWithdrawn } = {}) {
      const query = new URLSearchParams({
        limit: String(pageSize),
        ...(cursor && { cursor }),
        // `deleted` is for an API that is older than this app.
        ...(isWithdrawn && { withdrawn: 'true', deleted: 'true' }),
      });
      const request = { query: `?${query}`, ...(as !== undefined && { as }) };
      const response = await call('list', { form }, request);
      if (!response.ok) return response;
      const { items, cursor: next } = isRecord(response.value) ? response.value : {};
      const entries = parseApiEntries(items);
      if (!entries) return notFromOurApi;
      return ok({ entries, cursor: typeof next === 'string' ? next : undefined });
    },

    read: createRead(call),
  };
}

/** By itself, because the service worker needs nothing else of the client. */
export function createRead(call: ApiCaller): ApiClient['read'] {
  return async (form, id, options) => {
    const response = await call('read', { form, id }, options);
    if (!response.ok) return response;
    const apiEntry = parseApiEntry(response.value);
    return apiEntry?.id === id ? ok(apiEntry) : notFromOurApi;
  };
}
