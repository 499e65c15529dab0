import { ok, type Result } from '#core/result.ts';
import type { Parcel } from '../outbox/parcel.ts';
import type { Caller } from './call.ts';
import { notOurs, type Failure } from './failure.ts';
import { isRecord, toldEntry, type Told } from './told.ts';

export type Page = { readonly entries: readonly Told[]; readonly cursor: string | undefined };

/** The browser's side of `core/routes.ts`. */
export type Api = {
  list(form: string, options?: ListOptions): Promise<Result<Page, Failure>>;
  /** @param options.as whose entry it is: as somebody else nothing is read */
  readonly read: (
    form: string,
    id: string,
    options?: { readonly as: string },
  ) => Promise<Result<Told, Failure>>;
  /** Sends what a parcel holds, as its author and nobody else: the entry as it is then, if there is one. */
  readonly deliver: (parcel: ToDeliver) => Promise<Result<Told | undefined, Failure>>;
};

type ListOptions = {
  readonly cursor?: string | undefined;
  /** The withdrawn ones that can still be restored, instead of the others. */
  readonly isWithdrawn?: boolean;
};

/** As much of a parcel as the server needs. */
export type ToDeliver = Pick<
  Parcel,
  'id' | 'does' | 'entry' | 'form' | 'formVersion' | 'author' | 'answers' | 'ifVersion'
>;

const pageSize = 25;

export function createApi(call: Caller): Api {
  return {
    async list(form, { cursor, isWithdrawn } = {}) {
      const query = new URLSearchParams({
        limit: String(pageSize),
        ...(cursor && { cursor }),
        ...(isWithdrawn && { deleted: 'true' }),
      });
      const replied = await call('list', { form }, { query: `?${query}` });
      if (!replied.ok) return replied;
      const { items, cursor: next } = isRecord(replied.value) ? replied.value : {};
      if (!Array.isArray(items)) return notOurs;
      const entries = items.map(toldEntry).filter((it) => it !== undefined);
      return ok({ entries, cursor: typeof next === 'string' ? next : undefined });
    },

    read: createRead(call),
    deliver: createDeliver(call),
  };
}

// By themselves, because the service worker needs nothing else.

export function createRead(call: Caller): Api['read'] {
  return async (form, id, options) => {
    const replied = await call('read', { form, id }, options);
    if (!replied.ok) return replied;
    const told = toldEntry(replied.value);
    return told?.id === id ? ok(told) : notOurs;
  };
}

export function createDeliver(call: Caller): Api['deliver'] {
  return async ({ id, does, entry, form, formVersion, author, answers, ifVersion }) => {
    const headers = {
      'Idempotency-Key': id,
      ...(answers && { 'Form-Version': String(formVersion) }),
      // Only other answers can be a conflict: who takes an entry back means whatever it says by now.
      ...(does === 'revise' && ifVersion !== undefined && { 'If-Match': `"${ifVersion}"` }),
    };
    const request = { as: author, headers, ...(answers && { body: answers }) };
    const route = does === 'erase' ? 'withdraw' : does;
    const query = does === 'erase' ? { query: '?permanent=true' } : {};
    const replied = await call(route, { form, id: entry }, { ...request, ...query });
    if (!replied.ok) return replied;
    if (route === 'withdraw') return isDeleted(replied.value) ? ok(undefined) : notOurs;
    const told = toldEntry(replied.value);
    return told?.id === entry ? ok(told) : notOurs;
  };
}

function isDeleted(body: unknown): boolean {
  return isRecord(body) && body['deleted'] === true;
}
