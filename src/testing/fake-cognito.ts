import { err, ok } from '#core/values/result.ts';
import type { Account } from '../cloud/account/account-actions.ts';
import type { Identity, Person } from '../cloud/session/identity.ts';

export const mickey: Person = { username: 'mickey-1', email: 'mickey@example.com' };

/** Cognito as the app uses it: one user pool with at most one person signed in. */
export function createFakeCognito() {
  let person: Person | undefined;
  let tokens = 0;
  let isReachable = true;
  let isRevoked = false;
  const listeners: ((isSignedIn: boolean) => void)[] = [];
  const identity: Identity = {
    async signedIn({ fresh }) {
      if (!isReachable) throw new Error('NetworkError');
      if (fresh) tokens += 1;
      return person && { token: `token-${tokens}`, person };
    },
    isRevoked: async () => isRevoked,
    async signOut() {
      person = undefined;
    },
    onChange: (listener) => void listeners.push(listener),
  };
  const account: Account = {
    changePassword: async ({ oldPassword }) =>
      oldPassword === 'right' ? ok(undefined) : err('wrong-password'),
    async signOutEverywhere() {
      if (!isReachable) return err('unreachable');
      person = undefined;
      return ok(undefined);
    },
    async remove() {
      if (!isReachable) return err('unreachable');
      person = undefined;
      return ok(undefined);
    },
  };
  return {
    identity,
    account,
    enter: (next: Person) => void (person = next),
    /** Ends the session from elsewhere. The next renewal finds out. */
    revoke() {
      person = undefined;
      isRevoked = true;
    },
    expire: () => void (person = undefined),
    cutOff: () => void (isReachable = false),
    connect: () => void (isReachable = true),
    notify(isSignedIn: boolean) {
      for (const listener of listeners) listener(isSignedIn);
    },
  };
}
