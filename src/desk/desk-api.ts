import type { MailState } from '#core/entries/store.ts';
import type { Summary } from '#core/entries/summary.ts';
import { ok, type Result } from '#core/result.ts';
import type { Caller } from '../cloud/call.ts';
import { notOurs, type Failure } from '../cloud/failure.ts';
import { isRecord } from '../cloud/told.ts';
import { toldResponse, type Response, type ResponseKey } from './response.ts';

/** Days of the calendar in UTC, both included. */
export type Range = { readonly from?: string; readonly to?: string };

export type ResponsesPage = {
  readonly responses: readonly Response[];
  /** Absent on the last page. */
  readonly cursor: string | undefined;
};

/** One response, unless it has been withdrawn, and what became of the mail that confirms it. */
export type Opened = { readonly response?: Response; readonly mail?: MailState };

/** What the API tells a form's owners, and nobody else. */
export type DeskApi = {
  page(range: Range, cursor?: string): Promise<Result<ResponsesPage, Failure>>;
  open(key: ResponseKey): Promise<Result<Opened, Failure>>;
  summary(): Promise<Result<Summary, Failure>>;
};

/** As many as the API gives at once. */
const pageSize = 100;

/** @param as whose desk it is: somebody else who signs in meanwhile reads nothing here */
export function createDeskApi(call: Caller, form: string, as: string): DeskApi {
  const ask = async (query: Readonly<Record<string, string>>) => {
    const replied = await call(
      'responses',
      { form },
      { as, query: `?${new URLSearchParams(query)}` },
    );
    if (!replied.ok) return replied;
    const body = replied.value;
    return isRecord(body) && Array.isArray(body['items']) ? ok(body) : notOurs;
  };
  return {
    async page(range, cursor) {
      const replied = await ask({ ...range, ...(cursor && { cursor }), limit: String(pageSize) });
      if (!replied.ok) return replied;
      const { cursor: next } = replied.value;
      return ok({
        responses: responsesIn(replied.value),
        cursor: typeof next === 'string' ? next : undefined,
      });
    },

    async open({ username, id }) {
      const replied = await ask({ username, id });
      if (!replied.ok) return replied;
      const [response] = responsesIn(replied.value);
      const { mail } = replied.value;
      return ok({ ...(response && { response }), ...(isMailState(mail) && { mail }) });
    },

    async summary() {
      const replied = await call('summary', { form }, { as });
      if (!replied.ok) return replied;
      return isSummary(replied.value) ? ok(replied.value) : notOurs;
    },
  };
}

function responsesIn({ items }: Readonly<Record<string, unknown>>): Response[] {
  return (items as unknown[]).map(toldResponse).filter((it) => it !== undefined);
}

function isMailState(it: unknown): it is MailState {
  return isRecord(it) && typeof it['state'] === 'string' && typeof it['at'] === 'string';
}

function isSummary(it: unknown): it is Summary {
  return (
    isRecord(it) &&
    typeof it['count'] === 'number' &&
    isRecord(it['days']) &&
    isRecord(it['fields'])
  );
}
