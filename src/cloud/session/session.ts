import { err, ok, type Result } from '#core/values/result.ts';
import type { DeviceStorage } from '../../device/device-storage.ts';
import { withTimeout } from '../../device/timeout.ts';
import { noTokenReason, type NoToken } from './no-token.ts';
import type { Identity, Person, SignedIn, Tokens } from './identity.ts';
import { fromStoredPerson, toStoredPerson } from './stored-person.ts';
import { noteLeftBehind, readLeftBehind, type LeftBehind } from './left-behind-records.ts';

/**
 * Who is signed in on this device. A session that expires signs nobody out. One that somebody has ended does,
 * because somebody else may have the device; their data is shown again once they sign in.
 */
export type Session = Tokens & {
  /** Known at once, from a small record in the browser's storage: the first page never waits for Amplify. */
  readonly person: () => Person | undefined;
  /** How often somebody was signed out since this page was loaded. Pages drop their data when it changes. */
  readonly signOutCount: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Corrects the record from Amplify. Keeps it when Amplify cannot be reached. */
  check(): Promise<void>;
  /** @param waiting how many of their changes stay on this device, unsent */
  signOut(waiting?: number): Promise<void>;
  /** Who has unsent changes here while nobody is signed in. */
  readonly leftBehind: () => readonly LeftBehind[];
  /** Whether anybody has ever signed in here. Otherwise whoever uses this device probably has no account yet. */
  readonly isKnownDevice: () => boolean;
  /** Reads the record again after another tab has signed in or out. */
  reread(): void;
};

/** The name of the record in the browser's storage. */
export const sessionRecord = 'formstead:person';

/** Says nothing about who it was, and stays after signing out. */
const knownDeviceRecord = 'formstead:known-device';

/** Milliseconds for Amplify to be loaded, long enough for a slow network. */
const timeout = 30_000;

type Deps = { readonly storage: DeviceStorage; readonly load: () => Promise<Identity> };

export function createSession({ storage, load }: Deps): Session {
  let person = fromStoredPerson(storage.read(sessionRecord));
  let identity: Promise<Identity> | undefined;
  let signOutCount = 0;
  const listeners = new Set<() => void>();

  function show(next: Person | undefined): void {
    if (JSON.stringify(next) === JSON.stringify(person)) return;
    if (person && person.username !== next?.username) signOutCount += 1;
    person = next;
    for (const listener of listeners) listener();
  }

  function remember(next: Person | undefined): void {
    if (next) {
      storage.write(sessionRecord, toStoredPerson(next));
      storage.write(knownDeviceRecord, 'yes');
      noteLeftBehind(storage, next, 0);
    } else storage.forget(sessionRecord);
    show(next);
  }

  /** Keeps the person without tokens, unless they have signed out, here or in another tab. */
  function expireSession(): void {
    const recorded = fromStoredPerson(storage.read(sessionRecord));
    remember(recorded && { ...recorded, sessionExpired: true });
  }

  /** To be called when Amplify has no tokens any more. */
  async function ended(): Promise<void> {
    const isRevoked = await loaded()
      .then((it) => it.isRevoked())
      .catch(() => false);
    if (!isRevoked) return expireSession();
    const recorded = fromStoredPerson(storage.read(sessionRecord));
    if (recorded) noteLeftBehind(storage, recorded, 'unknown');
    remember(undefined);
  }

  /** Loads Amplify once, and again after a failure, for example when offline. */
  function loaded(): Promise<Identity> {
    return withTimeout('network', timeout, loading());
  }

  function loading(): Promise<Identity> {
    identity ??= load().then(
      (it) => {
        it.onChange((isSignedIn) => void (isSignedIn ? token() : ended()));
        return it;
      },
      (error: unknown) => {
        identity = undefined;
        throw error;
      },
    );
    return identity;
  }

  async function token({ fresh } = { fresh: false }): Promise<Result<SignedIn, NoToken>> {
    try {
      const signedIn = await (await loaded()).signedIn({ fresh });
      if (!signedIn) {
        await ended();
        return err('signed-out' as const);
      }
      remember(signedIn.person);
      return ok(signedIn);
    } catch (error) {
      return err(noTokenReason(error));
    }
  }

  return {
    person: () => person,
    signOutCount: () => signOutCount,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    token,
    async expire() {
      // Otherwise the sign-in page would find them signed in already.
      await (await loaded()).signOut().catch(() => undefined);
      expireSession();
    },
    async check() {
      await token();
    },
    leftBehind: () => readLeftBehind(storage),
    isKnownDevice: () => storage.read(knownDeviceRecord) !== null,
    async signOut(waiting = 0) {
      try {
        await (await loaded()).signOut();
        if (person) noteLeftBehind(storage, person, waiting);
        remember(undefined);
      } catch {
        // The tokens may still be there: people are signed out only if Amplify says so.
        await token();
      }
    },
    reread: () => show(fromStoredPerson(storage.read(sessionRecord))),
  };
}
