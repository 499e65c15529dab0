import { randomBytes } from 'node:crypto';
import { refuse } from './failure.ts';
import type { ClientSettings } from './settings.ts';

/** What a half-finished sign-in waits for. */
export type Challenge =
  | { readonly kind: 'srp'; readonly sub: string; readonly srp: SrpState }
  | { readonly kind: 'new-password' | 'factor' | 'confirmed'; readonly sub: string };

type SrpState = {
  readonly A: string;
  readonly B: string;
  readonly secret: string;
  readonly verifier: string;
};
type Kind = Challenge['kind'];
type OfKind<K extends Kind> = Extract<Challenge, { kind: K }>;

export type Challenges = {
  /** The session to answer with, in base64; it lasts as long as the app client says. */
  open(client: ClientSettings, challenge: Challenge): string;
  /** Refused when there is none of that kind for that client, or no longer. */
  find<K extends Kind>(client: ClientSettings, session: string, kind: K): OfKind<K>;
  close(session: string): void;
};

/** Half-finished sign-ins live in memory only: a restart asks people to start over, which costs them seconds. */
export function createChallenges(now: () => number): Challenges {
  const open = new Map<string, { clientId: string; expiresAt: number; challenge: Challenge }>();

  const dropExpired = () => {
    for (const [session, { expiresAt }] of open) if (expiresAt <= now()) open.delete(session);
  };

  return {
    open(client, challenge) {
      dropExpired();
      const session = randomBytes(48).toString('base64');
      const expiresAt = now() + client.authSessionValidity;
      open.set(session, { clientId: client.id, expiresAt, challenge });
      return session;
    },
    find<K extends Kind>(client: ClientSettings, session: string, kind: K) {
      const found = open.get(session);
      if (!found || found.clientId !== client.id || !isOfKind(found.challenge, kind))
        return refuse('NotAuthorizedException', 'Invalid session for the user.');
      if (found.expiresAt <= now())
        return refuse(
          'NotAuthorizedException',
          'Invalid session for the user, session is expired.',
        );
      return found.challenge;
    },
    close(session) {
      open.delete(session);
    },
  };
}

function isOfKind<K extends Kind>(challenge: Challenge, kind: K): challenge is OfKind<K> {
  return challenge.kind === kind;
}
