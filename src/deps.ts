import { createContext, use, useSyncExternalStore, type ComponentType } from 'react';
import type { Form } from '#core/form.ts';
import type { Account } from './cloud/account.ts';
import type { Api } from './cloud/api.ts';
import type { Caller } from './cloud/call.ts';
import type { Person } from './cloud/identity.ts';
import type { Session } from './cloud/session.ts';
import type { Copies } from './device/copies.ts';
import type { Drafts } from './form/draft.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Settings } from './words/settings.ts';

/** What the pages need of the world outside. `main.tsx` hands in the real things, tests their own. */
export type Deps = {
  /** How the app speaks and looks, by choice or by the browser. */
  readonly settings: Settings;
  /** A UUID, for a new draft. */
  readonly newId: () => string;
  readonly session: Session;
  readonly account: Account;
  readonly api: Api;
  /** Any route, for the pages that ask for more than most people do. */
  readonly call: Caller;
  /** What the server told last, for when there is no network. */
  readonly copies: Copies;
  /** What waits for a connection, of whoever is signed in. */
  readonly outbox: Outbox;
  /** Where a form's drafts are kept. */
  readonly draftsFor: (form: Form) => Drafts;
  /** Where the API is, for those who call it with other programs. */
  readonly apiUrl: string;
  /** Loaded when it is first shown: it is larger than everything else together. */
  readonly SignInForm: ComponentType<{ readonly onSignedIn: () => void }>;
  /** Whether something typed is on the page and nowhere else: it would be gone if that were loaded again. */
  readonly isTypedHere: () => boolean;
  /** Calls back when a new version of the app waits to be loaded. */
  readonly watchForUpdates: (onReady: (reload: () => void) => void) => void;
};

export const DepsContext = createContext<Deps | undefined>(undefined);

export function useDeps(): Deps {
  const deps = use(DepsContext);
  if (!deps) throw new Error('Pages are drawn inside a DepsContext.');
  return deps;
}

export function usePerson(): Person | undefined {
  const { session } = useDeps();
  return useSyncExternalStore(session.subscribe, session.person);
}
