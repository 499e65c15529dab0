import {
  createContext,
  use,
  useSyncExternalStore,
  type ComponentType,
  type ReactElement,
} from 'react';
import { isOpen, type Form } from '#core/form/define-form.ts';
import type { Account } from './cloud/account/account-actions.ts';
import type { ApiClient } from './cloud/api/api-client.ts';
import type { ApiCaller } from './cloud/api/api-caller.ts';
import { nobody, type Person } from './cloud/session/identity.ts';
import type { Session } from './cloud/session/session.ts';
import type { EntryCache } from './device/entry-cache.ts';
import type { Drafts } from './drafts/draft.ts';
import type { DeviceFiles } from './files/device-files.ts';
import type { FileNetwork } from './files/transfers/file-network.ts';
import type { Deliver } from './outbox/delivery/deliver.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Settings } from './messages/user-settings.ts';

/** The services that pages depend on. `main.tsx` provides the real ones, tests provide fakes. */
export type Deps = {
  /** Language and theme: the person's choice, or the browser's. */
  readonly settings: Settings;
  /** A UUID, for a new draft. */
  readonly newId: () => string;
  readonly session: Session;
  readonly account: Account;
  /** `deliver` sends a change without storing it first; the outbox pauses meanwhile. */
  readonly api: ApiClient & { readonly deliver: Deliver };
  /** Low-level API client, for the responses page. */
  readonly call: ApiCaller;
  /** The entries last fetched, for when there is no network. */
  readonly entryCache: EntryCache;
  /** Changes waiting to be sent, of the person signed in. */
  readonly outbox: Outbox;
  /** The bytes of files on this device. */
  readonly files: () => Promise<DeviceFiles>;
  /** Whether files may be sent now. */
  readonly fileNetwork: () => Promise<FileNetwork>;
  /** Where a form's drafts are stored. */
  readonly draftsFor: (form: Form) => Drafts;
  /** The API's address, shown to people who call it from other programs. */
  readonly apiUrl: string;
  /** Loaded when first shown: it is larger than everything else together. */
  readonly SignInForm: ComponentType<SignInFormProps>;
  /** Whether the page has input that is saved nowhere else, which a reload would lose. */
  readonly hasUnsavedInput: () => boolean;
  /** Calls back when a new version of the app is ready to be loaded. */
  readonly watchForUpdates: (onReady: (reload: () => void) => void) => void;
};

export type SignInFormProps = {
  /** Begins with creating an account. */
  readonly isNewcomer: boolean;
  readonly onSignedIn: () => void;
  /** Shown until it has loaded. */
  readonly waiting: ReactElement;
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

/** Whose entries of a form this device shows and sends. Undefined if somebody has to sign in first. */
export function useAuthor(form: Pick<Form, 'access'>): string | undefined {
  const person = usePerson();
  return person?.username ?? (isOpen(form) ? nobody : undefined);
}
