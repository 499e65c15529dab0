import { pathTo, withQuery } from '../../../page-paths.ts';
import type { ResponseKey } from './response.ts';

/** The address of a response, with its files, for owners who sign in. */
export function responseLink(form: string, { username, id }: ResponseKey): string {
  const query = new URLSearchParams({ username, id }).toString();
  return new URL(withQuery(pathTo.responses(form), query), window.location.origin).href;
}
