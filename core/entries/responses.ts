import { isCalendarDate } from '../calendar-date.ts';
import { fromShortId, isUuid, shortId } from '../id.ts';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import type { Listed } from './list.ts';
import { badParameter, pageSize, placeAt } from './page.ts';
import { placeOf, type EntryStore, type Place, type ResponsesRequest } from './store.ts';

/** As sent. */
export type Selection = {
  readonly form: string;
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
  /** Days of the calendar in UTC, both included: when the entries were stored. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Together they name one entry. */
  readonly username?: string | undefined;
  readonly id?: string | undefined;
};

type Deps = { readonly store: Pick<EntryStore, 'find' | 'mailOf' | 'responses'> };

/** Everyone's entries of a form, newest first, a page at a time; for its owners. */
export async function responses(
  { store }: Deps,
  selection: Selection,
): Promise<Result<Listed, Problem>> {
  const { form, username, id } = selection;
  if (username !== undefined || id !== undefined) return theOne(store, { form, username, id });
  const request = requestIn(selection);
  if (!request.ok) return request;
  const { entries, next } = await store.responses(request.value);
  return ok({ entries, ...(next !== undefined && { cursor: cursorAt(next) }) });
}

async function theOne(
  store: Pick<EntryStore, 'find' | 'mailOf'>,
  { form, username, id }: Pick<Selection, 'form' | 'username' | 'id'>,
): Promise<Result<Listed, Problem>> {
  if (!username) return err(badParameter('username', 'Send username and id together'));
  if (!id || !isUuid(id)) return err(badParameter('id', 'Send the id of an entry of this person'));
  const key = { form, username, id: id.toLowerCase() };
  const entry = await store.find(key);
  if (!entry || entry.deletedAt) return ok({ entries: [] });
  const mail = await store.mailOf(key);
  return ok({ entries: [entry], ...(mail && { mail }) });
}

function requestIn({
  form,
  limit,
  cursor,
  from,
  to,
}: Selection): Result<ResponsesRequest, Problem> {
  const size = pageSize(limit);
  if (!size.ok) return size;
  for (const [name, day] of Object.entries({ from, to }))
    if (day !== undefined && !isCalendarDate(day))
      return err(badParameter(name, 'Ask for a real date, like 2026-03-31'));
  const place = placeAt(cursor, placeIn);
  if (!place.ok) return place;
  // Text sorts `2026-03-31T…` before `2026-03-31~`.
  const ends = [place.value, to && `${to}~`].filter((it) => it !== undefined).toSorted();
  return ok({
    form,
    limit: size.value,
    ...(from && { from }),
    ...(ends[0] && { before: ends[0] }),
  });
}

/** Only a time and an id: which form they are of comes from the path, so forging one gains nothing. */
function cursorAt(place: Place): string {
  const [createdAt = '', id = ''] = place.split('#');
  return `${Date.parse(createdAt).toString(36)}.${shortId(id)}`;
}

function placeIn(cursor: string): Place | undefined {
  const [time = '', short = ''] = /^([0-9a-z]{1,9})\.(.*)$/.exec(cursor)?.slice(1) ?? [];
  const id = fromShortId(short);
  const createdAt = new Date(Number.parseInt(time, 36));
  return id && placeOf({ createdAt: createdAt.toISOString(), id });
}
