import { isRecord } from '#core/values/is-record.ts';

/** What a link had for a form, and who opened it: `''` if nobody was signed in. */
type Opened = { readonly form: string; readonly query: string; readonly username: string };

type Wanted = {
  readonly form: string;
  /** The parameters that the form accepts. */
  readonly names: readonly string[];
  readonly username: string;
};

/** The link that was opened last, for people who sign in meanwhile. */
let latest: Opened | undefined;

/**
 * Takes a form's parameters out of the address: whoever copies it, or looks over somebody's shoulder, has no use for
 * them. The browser's history keeps them for a reload. They are not for somebody else who signs in here later.
 */
export function takeParameters({ form, names, username }: Wanted): URLSearchParams {
  const url = new URL(window.location.href);
  const taken = new URLSearchParams();
  for (const name of names) {
    for (const value of url.searchParams.getAll(name)) taken.append(name, value);
    url.searchParams.delete(name);
  }
  const opened =
    taken.size > 0 ? { form, query: taken.toString(), username } : openedBefore(form, username);
  if (!opened) return taken;
  latest = { ...opened, username };
  const state: unknown = window.history.state;
  window.history.replaceState({ ...(isRecord(state) && state), link: latest }, '', url);
  return new URLSearchParams(opened.query);
}

function openedBefore(form: string, username: string): Opened | undefined {
  const state: unknown = window.history.state;
  const inHistory = isRecord(state) && isOpened(state['link']) ? state['link'] : undefined;
  const isTheirs = inHistory && ['', username].includes(inHistory.username);
  const beforeSignIn = latest?.username === '' && username !== '' ? latest : undefined;
  return [isTheirs ? inHistory : undefined, beforeSignIn].find((it) => it?.form === form);
}

function isOpened(it: unknown): it is Opened {
  return (
    isRecord(it) && ['form', 'query', 'username'].every((name) => typeof it[name] === 'string')
  );
}
