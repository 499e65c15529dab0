import { randomBytes } from 'node:crypto';
import { refuse } from '../pool/cognito-failure.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';

/** The challenge that a half-finished sign-in waits for. */
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
  /** Returns the session (base64) to respond with. The app client's settings say how long it is valid. */
  open(client: ClientSettings, challenge: Challenge): string;
  /** Refuses a session that does not exist, has expired, or is of another kind or client. */
  find<K extends Kind>(client: ClientSettings, session: string, kind: K): OfKind<K>;
  close(session: string): void;
};

/** Half-finished sign-ins are only in memory: after a restart people start over, which takes seconds. */
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
