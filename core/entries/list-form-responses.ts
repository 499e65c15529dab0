import { isCalendarDate } from '../values/calendar-date.ts';
import { parseInstant } from '../values/instant.ts';
import { fromShortId, isUuid, shortId } from '../values/id.ts';
import type { Problem } from '../api/problem.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { EntryList } from './list-own-entries.ts';
import type { MemberStore } from '../roles/member.ts';
import { isAtLeast, type Role } from '../roles/role.ts';
import { isAssignable } from '../assignments/assignment.ts';
import { isOwnRow, type OwnRows } from '../roles/rows-of-member.ts';
import {
  invalidParameter,
  parseBoolean,
  parsePageSize,
  parseCursor,
} from '../api/query-parameters.ts';
import {
  sortPosition,
  type EntryStore,
  type StoredEntry,
  type SortPosition,
  type ResponsesRequest,
} from './store/entry-store.ts';

/** The query parameters as sent. */
export type ResponsesQuery = {
  readonly form: string;
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
  /** When entries were stored, both inclusive: days in UTC, or instants. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `true` lists the entries on hold instead of the others. */
  readonly onHold?: string | undefined;
  /** The only ones to list, if it is not all. */
  readonly rows?: OwnRows | undefined;
  /** Of whoever asks. */
  readonly role?: Role | undefined;
  /** Together they select one entry. */
  readonly username?: string | undefined;
  readonly id?: string | undefined;
};

type Deps = {
  readonly store: Pick<
    EntryStore,
    'find' | 'mailState' | 'responses' | 'reviewsOf' | 'commentsOf' | 'assignmentsOf'
  >;
  readonly members: Pick<MemberStore, 'list' | 'find'>;
};

/**
 * Everyone's entries of a form, newest first, one page at a time, for whoever has a role in it. If they may see some
 * rows only, a page can be short, or even empty, although another one follows.
 */
export async function listFormResponses(
  deps: Deps,
  query: ResponsesQuery,
): Promise<Result<EntryList, Problem>> {
  const { store } = deps;
  const { username, id } = query;
  if (username !== undefined || id !== undefined) return oneResponse(deps, query);
  const request = parseRequest(query);
  if (!request.ok) return request;
  const { entries: found, next } = await store.responses(request.value);
  const entries = found.filter((it) => !query.rows || isOwnRow(query.rows, it));
  return ok({ entries, ...(next !== undefined && { cursor: encodeCursor(next) }) });
}

async function oneResponse(
  { store, members }: Deps,
  { form, username, id, rows, role }: ResponsesQuery,
): Promise<Result<EntryList, Problem>> {
  if (!username) return err(invalidParameter('username', 'Send username and id together'));
  if (!id || !isUuid(id))
    return err(invalidParameter('id', 'Send the id of an entry of this person'));
  const key = { form, username, id: id.toLowerCase() };
  const entry = await store.find(key);
  if (!entry || entry.deletedAt || (rows && !isOwnRow(rows, entry))) return ok({ entries: [] });
  const [mail, reviews, comments, assignments, assignees] = await Promise.all([
    store.mailState(key),
    entry.review && store.reviewsOf(key),
    entry.commentCount !== undefined && store.commentsOf(key),
    entry.assignmentCount !== undefined && store.assignmentsOf(key),
    assigneesOf(members, entry, role),
  ]);
  return ok({
    entries: [entry],
    ...(mail && { mail }),
    ...(reviews && { reviews }),
    ...(comments && { comments }),
    ...(assignments && { assignments }),
    assignees,
  });
}

/** Whom an entry can be assigned to. Readers, who assign nothing, learn only whether that is still who it is assigned to. */
async function assigneesOf(
  members: Deps['members'],
  entry: StoredEntry,
  role: Role | undefined,
): Promise<readonly string[]> {
  const { form, assignedTo } = entry;
  if (isAtLeast(role, 'reviewer'))
    return (await members.list(form)).filter((it) => isAssignable(it, entry)).map((it) => it.email);
  const member = assignedTo === undefined ? undefined : await members.find(form, assignedTo);
  return member && isAssignable(member, entry) ? [member.email] : [];
}

function parseRequest({
  form,
  limit,
  cursor,
  from,
  to,
  onHold,
}: ResponsesQuery): Result<ResponsesRequest, Problem> {
  const size = parsePageSize(limit);
  if (!size.ok) return size;
  const [start, end] = [from, to].map((it) => it && parseDayOrInstant(it));
  for (const [name, given, parsed] of [
    ['from', from, start],
    ['to', to, end],
  ] as const)
    if (given !== undefined && !parsed) return err(invalidParameter(name, noDayOrInstant));
  const areOnHold = parseBoolean('onHold', onHold);
  if (!areOnHold.ok) return areOnHold;
  const position = parseCursor(cursor, decodeCursor);
  if (!position.ok) return position;
  // Text sorts `2026-03-31T…` before `2026-03-31~`.
  const ends = [position.value, end && `${end}~`].filter((it) => it !== undefined).toSorted();
  return ok({
    form,
    limit: size.value,
    areOnHold: areOnHold.value,
    ...(start && { from: start }),
    ...(ends[0] && { before: ends[0] }),
  });
}

const noDayOrInstant = 'Ask for a real date, like 2026-03-31, or a time, like 2026-03-31T22:00:00Z';

/** As the beginning of a position in the list. */
function parseDayOrInstant(text: string): string | undefined {
  return isCalendarDate(text) ? text : parseInstant(text);
}

/** A cursor is only a time and an id. The form comes from the path, so forging a cursor gains nothing. */
function encodeCursor(position: SortPosition): string {
  const [createdAt = '', id = ''] = position.split('#');
  return `${Date.parse(createdAt).toString(36)}.${shortId(id)}`;
}

function decodeCursor(cursor: string): SortPosition | undefined {
  const [time = '', short = ''] = /^([0-9a-z]{1,9})\.(.*)$/.exec(cursor)?.slice(1) ?? [];
  const id = fromShortId(short);
  const createdAt = new Date(Number.parseInt(time, 36));
  return id && sortPosition({ createdAt: createdAt.toISOString(), id });
}
