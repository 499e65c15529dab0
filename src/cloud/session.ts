import { err, ok, type Result } from '#core/result.ts';
import type { DeviceStorage } from '../device-storage.ts';

export type Person = { readonly username: string; readonly email: string };

export type SignedIn = { readonly token: string; readonly person: Person };

/** What the session asks of Amplify. It throws when Cognito cannot be reached. */
export type Identity = {
  signedIn(options: { readonly fresh: boolean }): Promise<SignedIn | undefined>;
  signOut(): Promise<void>;
  onChange(listener: (isSignedIn: boolean) => void): void;
};

/** Who is signed in on this device. */
export type Session = {
  /** From a small record, known at once: the first page never waits for Amplify. */
  readonly person: () => Person | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** An id token to send, newly issued if `fresh`. */
  token(options?: {
    readonly fresh: boolean;
  }): Promise<Result<string, 'signed-out' | 'unreachable'>>;
  /** Sets the record right by what Amplify knows; keeps it when Amplify cannot tell. */
  check(): Promise<void>;
  signOut(): Promise<void>;
};

const record = 'formstead:person';

type Deps = { readonly storage: DeviceStorage; readonly load: () => Promise<Identity> };

export function createSession({ storage, load }: Deps): Session {
  let person = personInText(storage.read(record));
  let identity: Promise<Identity> | undefined;
  const listeners = new Set<() => void>();

  function remember(next: Person | undefined): void {
    const isSame = next?.username === person?.username && next?.email === person?.email;
    if (isSame) return;
    person = next;
    if (next) storage.write(record, JSON.stringify(next));
    else storage.forget(record);
    for (const listener of listeners) listener();
  }

  /** Loaded once; asked again after a failure, such as having been offline. */
  function loaded(): Promise<Identity> {
    identity ??= load().then(
      (it) => {
        it.onChange((isSignedIn) => (isSignedIn ? void token() : remember(undefined)));
        return it;
      },
      (error: unknown) => {
        identity = undefined;
        throw error;
      },
    );
    return identity;
  }

  async function token({ fresh } = { fresh: false }) {
    try {
      const signedIn = await (await loaded()).signedIn({ fresh });
      remember(signedIn?.person);
      return signedIn ? ok(signedIn.token) : err('signed-out' as const);
    } catch {
      return err('unreachable' as const);
    }
  }

  return {
    person: () => person,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    token,
    async check() {
      await token();
    },
    async signOut() {
      try {
        await (await loaded()).signOut();
        remember(undefined);
      } catch {
        // The tokens may still be here: "signed out" is only said when Amplify says so.
        await token();
      }
    },
  };
}

function personInText(text: string | null): Person | undefined {
  try {
    const { username, email } = JSON.parse(text ?? '{}') as Partial<Person>;
    return typeof username === 'string' && typeof email === 'string'
      ? { username, email }
      : undefined;
  } catch {
    return undefined;
  }
}
