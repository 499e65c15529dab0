import { err, ok, type Result } from '#core/result.ts';
import type { DeviceStorage } from '../device/storage.ts';
import { withTimeout } from '../device/timeout.ts';
import type { Tokens } from './call.ts';
import { tokenlessBecause, type NoToken } from './tokenless.ts';
import type { Identity, Person, SignedIn } from './identity.ts';
import { noteLeftBehind, readLeftBehind, type LeftBehind } from './left-behind.ts';

/**
 * Whose device this is at the moment. A session that runs out is no reason to sign anybody out. One that somebody
 * has ended is: what is here may be in other hands, and is shown again to who signs in as the same person.
 */
export type Session = Tokens & {
  /** From a small record, known at once: the first page never waits for Amplify. */
  readonly person: () => Person | undefined;
  /** How often somebody has signed out, or was, since this page was loaded: nothing of theirs stays on it. */
  readonly departures: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sets the record right by what Amplify knows; keeps it when Amplify cannot tell. */
  check(): Promise<void>;
  /** @param waiting how much of theirs stays here, not sent */
  signOut(waiting?: number): Promise<void>;
  /** Whose that is, when nobody is signed in. */
  readonly leftBehind: () => readonly LeftBehind[];
  /** Another tab has signed in or out. */
  reread(): void;
};

/** Where the record lies, in the browser's storage. */
export const sessionRecord = 'formstead:person';

/** Milliseconds for Amplify to be loaded: a slow line has time for it. */
const patience = 30_000;

type Deps = { readonly storage: DeviceStorage; readonly load: () => Promise<Identity> };

export function createSession({ storage, load }: Deps): Session {
  let person = personInText(storage.read(sessionRecord));
  let identity: Promise<Identity> | undefined;
  let departures = 0;
  const listeners = new Set<() => void>();

  function show(next: Person | undefined): void {
    if (JSON.stringify(next) === JSON.stringify(person)) return;
    if (person && person.username !== next?.username) departures += 1;
    person = next;
    for (const listener of listeners) listener();
  }

  function remember(next: Person | undefined): void {
    if (next) {
      storage.write(sessionRecord, JSON.stringify(next));
      noteLeftBehind(storage, next, 0);
    } else storage.forget(sessionRecord);
    show(next);
  }

  /** Without tokens: still the person they were, unless they have signed out, here or in another tab. */
  function lapsed(): void {
    const recorded = personInText(storage.read(sessionRecord));
    remember(recorded && { ...recorded, lapsed: true });
  }

  /** Amplify has no tokens any more. */
  async function ended(): Promise<void> {
    const isRevoked = await loaded()
      .then((it) => it.isRevoked())
      .catch(() => false);
    if (!isRevoked) return lapsed();
    const recorded = personInText(storage.read(sessionRecord));
    if (recorded) noteLeftBehind(storage, recorded, 'unknown');
    remember(undefined);
  }

  /** Loaded once; asked again after a failure, such as having been offline. */
  function loaded(): Promise<Identity> {
    return withTimeout('network', patience, loading());
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
      return err(tokenlessBecause(error));
    }
  }

  return {
    person: () => person,
    departures: () => departures,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    token,
    async lapse() {
      // Or the sign-in page would find them signed in already.
      await (await loaded()).signOut().catch(() => undefined);
      lapsed();
    },
    async check() {
      await token();
    },
    leftBehind: () => readLeftBehind(storage),
    async signOut(waiting = 0) {
      try {
        await (await loaded()).signOut();
        if (person) noteLeftBehind(storage, person, waiting);
        remember(undefined);
      } catch {
        // The tokens may still be here: "signed out" is only said when Amplify says so.
        await token();
      }
    },
    reread: () => show(personInText(storage.read(sessionRecord))),
  };
}

function personInText(text: string | null): Person | undefined {
  try {
    const { username, email, isOwner, lapsed } = JSON.parse(text ?? '{}') as Partial<Person>;
    if (typeof username !== 'string' || typeof email !== 'string') return undefined;
    return { username, email, ...(isOwner && { isOwner }), ...(lapsed && { lapsed }) };
  } catch {
    return undefined;
  }
}
