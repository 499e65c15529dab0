import type { HoldReason } from '#core/shield/hold-reason.ts';
import { isRecord } from '#core/values/is-record.ts';
import { ok, type Result } from '#core/values/result.ts';
import type { ApiCaller } from '../../../cloud/api/api-caller.ts';
import { notFromOurApi, type ApiFailure } from '../../../cloud/api/api-failure.ts';
import { parseResponse, type Response, type ResponseKey } from '../data/response.ts';

export type ResponseOnHold = Response & { readonly reasons: readonly HoldReason[] };

export type Decision = 'release' | 'eraseOnHold';

export type OnHoldApi = {
  /** The newest entries on hold, and whether there are more. */
  newest(): Promise<Result<PageOnHold, ApiFailure>>;
  /** @returns how many stay on hold, because the form has no room left for them */
  decide(what: Decision, keys: readonly ResponseKey[]): Promise<Result<number, ApiFailure>>;
};

export type PageOnHold = {
  readonly responses: readonly ResponseOnHold[];
  readonly hasMore: boolean;
};

/** As many as one request may decide about. */
const pageSize = 50;

/** @param as the owner whose page this is */
export function createOnHoldApi(call: ApiCaller, form: string, as: string): OnHoldApi {
  return {
    async newest() {
      const query = `?onHold=true&limit=${pageSize}`;
      const replied = await call('responses', { form }, { as, query });
      if (!replied.ok) return replied;
      const { items, cursor } = isRecord(replied.value) ? replied.value : {};
      if (!Array.isArray(items)) return notFromOurApi;
      const responses = items.map(parseOnHold).filter((it) => it !== undefined);
      return ok({ responses, hasMore: typeof cursor === 'string' });
    },

    async decide(what, keys) {
      const entries = keys.map(({ username, id }) => ({ username, id }));
      const replied = await call(what, { form }, { as, body: { entries } });
      if (!replied.ok) return replied;
      const { released, erased, full = 0 } = isRecord(replied.value) ? replied.value : {};
      const count = what === 'release' ? released : erased;
      const isUnderstood = typeof count === 'number' && typeof full === 'number';
      return isUnderstood ? ok(full) : notFromOurApi;
    },
  };
}

function parseOnHold(item: unknown): ResponseOnHold | undefined {
  const response = parseResponse(item);
  const onHold = isRecord(item) ? item['onHold'] : undefined;
  return response && Array.isArray(onHold)
    ? { ...response, reasons: onHold as HoldReason[] }
    : undefined;
}
