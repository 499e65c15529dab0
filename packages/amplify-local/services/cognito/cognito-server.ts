import { listenOnLoopback } from '../../machine/loopback-server.ts';
import type { Mail } from './pool/account-mails.ts';
import { ensurePerson, type NewPerson } from './pool/ensure-person.ts';
import type { PoolSettings } from './pool/pool-settings.ts';
import { sessionOf, type SessionTokens } from './sign-in/complete-sign-in.ts';
import { createTokenSigner } from './sign-in/token-signer.ts';
import { emptyState } from './pool/pool-state.ts';
import { openStateFile } from './state-file.ts';
import { createTransactions } from './pool-transactions.ts';
import { createRequestHandler } from './cognito-http.ts';

export type { Mail } from './pool/account-mails.ts';

export type Cognito = {
  /** For Amplify's `userPoolEndpoint`. */
  readonly url: string;
  /** `{ keys: [...] }`, for `CognitoJwtVerifier.cacheJwks`. */
  readonly jwks: object;
  readonly settings: PoolSettings;
  /** Applies other settings to the same pool from the next request on. */
  update(settings: PoolSettings): void;
  /** Ensures that there is a confirmed person with this address, this password and at least these groups. */
  createPerson(person: NewPerson): Promise<void>;
  /** The tokens of a new session of the first app client, without the arithmetic by which Amplify signs in. */
  openSession(email: string): Promise<SessionTokens>;
  close(): Promise<void>;
};

/**
 * Starts a Cognito user pool on this machine. Requests are answered once their outcome is in `stateFile`.
 * `deliver` sends codes and invitations; `log` receives operations and outcomes, never personal data.
 */
export async function startCognito(deps: {
  settings: PoolSettings;
  stateFile: string;
  port: number;
  deliver: (mail: Mail) => Promise<void>;
  now?: () => number;
  log?: (line: string) => void;
}): Promise<Cognito> {
  const { stateFile, port, deliver, now = Date.now, log = () => {} } = deps;
  let { settings } = deps;
  const { poolId } = settings;

  const store = await openStateFile(stateFile, poolId, () => emptyState(poolId));
  const { jwks } = createTokenSigner(store.state.signingKey);
  const transact = createTransactions({ store, settings: () => settings, deliver, now });
  const handleRequest = createRequestHandler({
    transact,
    jwks,
    jwksPath: `/${poolId}/.well-known/jwks.json`,
    log,
  });
  const server = await listenOnLoopback(
    (request, response) => void handleRequest(request, response),
    port,
    'of this machine',
  );

  return {
    url: `http://localhost:${server.port}`,
    jwks,
    get settings() {
      return settings;
    },
    update(next) {
      if (next.poolId !== poolId)
        throw new Error(`${poolId} cannot become ${next.poolId}: another pool needs a new start.`);
      settings = next;
    },
    async createPerson(person) {
      await transact((pool) => ensurePerson(pool, person));
    },
    openSession: (email) => transact((pool) => sessionOf(pool, email)),
    async close() {
      await server.close();
      await store.save();
    },
  };
}
