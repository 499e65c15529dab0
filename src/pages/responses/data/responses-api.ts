import type { MailState } from '#core/entries/store/entry-store.ts';
import type { StoredAssignment } from '#core/assignments/assignment.ts';
import type { StoredComment } from '#core/comments/comment.ts';
import type { StoredReview } from '#core/review/review.ts';
import type { Summary } from '#core/summary/summary-of-counts.ts';
import { ok, type Result } from '#core/values/result.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { ApiCaller } from '../../../cloud/api/api-caller.ts';
import { notFromOurApi, type ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { InstantRange } from '../time-zone/days-in-zone.ts';
import { parseResponse, type Response, type ResponseKey } from './response.ts';

export type PageOfResponses = {
  readonly responses: readonly Response[];
  /** Undefined on the last page. */
  readonly cursor: string | undefined;
};

/** One response, unless it has been withdrawn, and what belongs to it. */
export type OpenedResponse = {
  readonly response?: Response;
  readonly mail?: MailState;
  /** All of them, in their order. */
  readonly reviews: readonly StoredReview[];
  readonly comments: readonly StoredComment[];
  readonly assignments: readonly StoredAssignment[];
  /** Whom it can be assigned to, by address. */
  readonly assignees: readonly string[];
};

/** The routes that only a form's owners may call. */
export type ResponsesApi = {
  page(range: InstantRange, cursor?: string): Promise<Result<PageOfResponses, ApiFailure>>;
  open(key: ResponseKey): Promise<Result<OpenedResponse, ApiFailure>>;
  summary(): Promise<Result<Summary, ApiFailure>>;
};

/** The API's maximum. */
const pageSize = 100;

/** @param as the owner whose page this is: if somebody else signs in meanwhile, requests return nothing */
export function createResponsesApi(call: ApiCaller, form: string, as: string): ResponsesApi {
  const callResponses = async (query: Readonly<Record<string, string>>) => {
    const replied = await call(
      'responses',
      { form },
      { as, query: `?${new URLSearchParams(query)}` },
    );
    if (!replied.ok) return replied;
    const body = replied.value;
    return isRecord(body) && Array.isArray(body['items']) ? ok(body) : notFromOurApi;
  };
  return {
    async page(range, cursor) {
      const replied = await callResponses({
        ...range,
        ...(cursor && { cursor }),
        limit: String(pageSize),
      });
      if (!replied.ok) return replied;
      const { cursor: next } = replied.value;
      return ok({
        responses: responsesIn(replied.value),
        cursor: typeof next === 'string' ? next : undefined,
      });
    },

    async open({ username, id }) {
      const replied = await callResponses({ username, id });
      if (!replied.ok) return replied;
      const [response] = responsesIn(replied.value);
      const { mail, reviews, comments, assignments, assignees } = replied.value;
      return ok({
        ...(response && { response }),
        ...(isMailState(mail) && { mail }),
        reviews: Array.isArray(reviews) ? reviews.filter(isStoredReview) : [],
        comments: Array.isArray(comments) ? comments.filter(isStoredComment) : [],
        assignments: Array.isArray(assignments) ? assignments.filter(isStoredAssignment) : [],
        assignees: Array.isArray(assignees) ? assignees.filter((it) => typeof it === 'string') : [],
      });
    },

    async summary() {
      const replied = await call('summary', { form }, { as });
      if (!replied.ok) return replied;
      return isSummary(replied.value) ? ok(replied.value) : notFromOurApi;
    },
  };
}

function responsesIn({ items }: Readonly<Record<string, unknown>>): Response[] {
  return (items as unknown[]).map(parseResponse).filter((it) => it !== undefined);
}

function isMailState(it: unknown): it is MailState {
  return isRecord(it) && typeof it['state'] === 'string' && typeof it['at'] === 'string';
}

function isStoredReview(it: unknown): it is StoredReview {
  return (
    isRecord(it) &&
    [it['id'], it['state'], it['by'], it['at']].every((text) => typeof text === 'string') &&
    typeof it['version'] === 'number'
  );
}

function isStoredComment(it: unknown): it is StoredComment {
  return (
    isRecord(it) &&
    [it['id'], it['by'], it['at'], it['text'] ?? ''].every((text) => typeof text === 'string') &&
    typeof it['version'] === 'number' &&
    isRecord(it['takenBack'] ?? {})
  );
}

function isStoredAssignment(it: unknown): it is StoredAssignment {
  return (
    isRecord(it) &&
    [it['id'], it['by'], it['at'], it['to'] ?? ''].every((text) => typeof text === 'string') &&
    typeof it['number'] === 'number'
  );
}

function isSummary(it: unknown): it is Summary {
  return (
    isRecord(it) &&
    typeof it['count'] === 'number' &&
    isRecord(it['days']) &&
    isRecord(it['fields'])
  );
}
