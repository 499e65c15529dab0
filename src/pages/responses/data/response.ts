import type { Entry } from '#core/form/entry.ts';
import type { ResponseState } from '#core/review/review.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { ApiEntry } from '../../../cloud/api/parse-api-entry.ts';
import { parseApiEntry } from '../../../cloud/api/parse-api-entry.ts';

/** Somebody's entry, as the API sends it to the form's owners. */
export type Response = ApiEntry &
  Pick<Entry, 'isLate' | 'savedAt'> & {
    readonly username: string;
    readonly formVersion: number;
    /** Without those that were taken back. */
    readonly commentCount?: number;
    /** An address. */
    readonly assignedTo?: string;
  };

/** Identifies a response: an entry's id is unique only per author. */
export type ResponseKey = Pick<Response, 'username' | 'id'>;

/** As one text: the outbox names the entry of a review so. */
export function keyOf({ username, id }: ResponseKey): string {
  return `${username}/${id}`;
}

/** In the order in which they are sorted. */
export const responseStates: readonly ResponseState[] = [
  'received',
  'edited',
  'sent-back',
  'rejected',
  'approved',
];

/** The states of what nobody has reviewed as it is now. */
export const statesToReview: readonly ResponseState[] = ['received', 'edited'];

/** What its reviewers have decided. */
export function stateOf({ review }: Pick<Response, 'review'>): ResponseState {
  return responseStates.find((it) => it === review?.state) ?? 'received';
}

export function parseResponse(item: unknown): Response | undefined {
  const apiEntry = parseApiEntry(item);
  if (!apiEntry || !isRecord(item)) return undefined;
  const { username, formVersion, isLate, savedAt, commentCount, assignedTo } = item;
  const { commentCount: _, assignedTo: __, ...receipt } = apiEntry.receipt;
  if (typeof username !== 'string' || typeof formVersion !== 'number') return undefined;
  const lateness = isLate === true && {
    isLate: true as const,
    ...(typeof savedAt === 'string' && { savedAt }),
  };
  return {
    ...apiEntry,
    receipt,
    username,
    formVersion,
    ...lateness,
    ...(typeof commentCount === 'number' && { commentCount }),
    ...(typeof assignedTo === 'string' && { assignedTo }),
  };
}
