import type { Told } from '../cloud/told.ts';
import { isRecord, toldEntry } from '../cloud/told.ts';

/** Somebody's entry, as the form's owners are told it. */
export type Response = Told & { readonly username: string; readonly formVersion: number };

/** What names one response: an id is only its author's own. */
export type ResponseKey = Pick<Response, 'username' | 'id'>;

export function toldResponse(item: unknown): Response | undefined {
  const told = toldEntry(item);
  if (!told || !isRecord(item)) return undefined;
  const { username, formVersion } = item;
  if (typeof username !== 'string' || typeof formVersion !== 'number') return undefined;
  return { ...told, username, formVersion };
}
