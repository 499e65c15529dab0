import { pathTo, withQuery, type PagePath } from '../../../page-paths.ts';
import type { ResponseKey } from './response.ts';

/** The address of a response, with its files, for owners who sign in. */
export function responseLink(form: string, response: ResponseKey): string {
  return window.location.origin + responsePath(form, response);
}

/** The page of the form's responses, with this one open. */
export function responsePath(form: string, { username, id }: ResponseKey): PagePath {
  const query = new URLSearchParams({ username, id }).toString();
  return withQuery(pathTo.responses(form), query);
}

/** The page that prints this response. */
export function paperPath(form: string, { username, id }: ResponseKey): PagePath {
  const query = new URLSearchParams({ view: 'paper', username, id }).toString();
  return withQuery(pathTo.responses(form), query);
}
