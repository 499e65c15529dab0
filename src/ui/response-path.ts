import type { Entry } from '#core/form/entry.ts';
import { pathTo, withQuery, type PagePath } from '../page-paths.ts';

/**
 * The page of a form's responses with this one open, or the page that corrects or prints it: addresses of one page,
 * since each path is in the first load.
 */
export function responsePath(
  form: string,
  { username, id }: Pick<Entry, 'username' | 'id'>,
  page?: { readonly view: 'correct' | 'paper' },
): PagePath {
  const query = new URLSearchParams({ ...page, username, id });
  return withQuery(pathTo.responses(form), query);
}
