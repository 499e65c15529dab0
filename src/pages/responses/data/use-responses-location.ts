import { useSearch } from 'wouter';
import { withQuery } from '../../../page-paths.ts';
import { useLocation } from '../../../ui/navigation.ts';
import type { ResponseKey } from './response.ts';

export type View = 'table' | 'charts';

/** The state of the responses page, kept in its address. One page, so that loaded responses stay. */
export function useResponsesLocation() {
  const [path, navigate] = useLocation();
  const query = new URLSearchParams(useSearch());
  const [username, id] = [query.get('username'), query.get('id')];
  const view: View = query.get('view') === 'charts' ? 'charts' : 'table';
  return {
    view,
    opened: username && id ? { username, id } : undefined,
    toView: (it: View) => (it === 'table' ? path : withQuery(path, `view=${it}`)),
    /** Back to where it was opened from, or to the table if it was opened by its address. */
    close: () => {
      if (cameFromTable()) window.history.back();
      else navigate(path, { replace: true });
    },
  };
}

/** The address of one response, relative to the responses page; the API uses the same query. */
export function responseHref({ username, id }: ResponseKey): `?${string}` {
  return `?${new URLSearchParams({ username, id })}`;
}

/** The navigation state of links from the table to a response. */
export const fromTable = { isFromTable: true };

function cameFromTable(): boolean {
  const state: unknown = window.history.state;
  return (state as typeof fromTable | null)?.isFromTable === true;
}
