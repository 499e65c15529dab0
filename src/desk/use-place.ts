import { useLocation, useSearch } from 'wouter';
import type { ResponseKey } from './response.ts';

export type View = 'table' | 'charts';

/** Where on the desk the address says we are. One page, so that what was loaded stays. */
export function usePlace() {
  const [path, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const [username, id] = [asked.get('username'), asked.get('id')];
  const view: View = asked.get('view') === 'charts' ? 'charts' : 'table';
  return {
    view,
    opened: username && id ? { username, id } : undefined,
    toView: (it: View) => (it === 'table' ? path : `${path}?view=${it}`),
    /** Back to where it was opened from, or to the table for who came by its address. */
    close: () => {
      if (cameFromHere()) window.history.back();
      else navigate(path, { replace: true });
    },
  };
}

/** The address of one response, from anywhere on the desk: as the API asks for it. */
export function toResponse({ username, id }: ResponseKey): string {
  return `?${new URLSearchParams({ username, id })}`;
}

/** Handed to the link that opens a response. */
export const fromHere = { isFromDesk: true };

function cameFromHere(): boolean {
  const state: unknown = window.history.state;
  return (state as typeof fromHere | null)?.isFromDesk === true;
}
