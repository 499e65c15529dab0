import { createContext, use, useSyncExternalStore, type ComponentType } from 'react';
import type { Api } from './cloud/api.ts';
import type { Person, Session } from './cloud/session.ts';
import type { Drafts } from './form/draft.ts';

/** What the pages need of the world outside. `main.tsx` hands in the real things, tests their own. */
export type Deps = {
  readonly session: Session;
  readonly api: Api;
  readonly drafts: Drafts;
  /** Where the API is, for those who call it with other programs. */
  readonly apiUrl: string;
  /** Loaded when it is first shown: it is larger than everything else together. */
  readonly SignInForm: ComponentType<{ readonly onSignedIn: () => void }>;
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
