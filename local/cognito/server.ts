import { listenOnLoopback } from '../loopback.ts';
import type { Mail } from './mail.ts';
import { ensurePerson, type NewPerson } from './ensure-person.ts';
import type { PoolSettings } from './settings.ts';
import { createSigner } from './signer.ts';
import { emptyState } from './state.ts';
import { openStore } from './store.ts';
import { createTransactions } from './transactions.ts';
import { createWire } from './wire.ts';

export type { Mail } from './mail.ts';

export type Cognito = {
  /** For Amplify's `userPoolEndpoint`. */
  readonly url: string;
  /** `{ keys: [...] }`, for `CognitoJwtVerifier.cacheJwks`. */
  readonly jwks: object;
  readonly settings: PoolSettings;
  /** Other rules for the same pool, from the next request on. */
  update(settings: PoolSettings): void;
  /** Sees to it that somebody confirmed has this address, this password and at least these groups. */
  createPerson(person: NewPerson): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts a Cognito user pool on this machine. Requests are answered once their outcome is in `stateFile`;
 * codes and invitations go out through `deliver`; `log` hears operations and outcomes, never who or what.
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

  const store = await openStore(stateFile, poolId, () => emptyState(poolId));
  const { jwks } = createSigner(store.state.signingKey);
  const transact = createTransactions({ store, settings: () => settings, deliver, now });
  const wire = createWire({ transact, jwks, jwksPath: `/${poolId}/.well-known/jwks.json`, log });
  const server = await listenOnLoopback(
    (request, response) => void wire(request, response),
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
    async close() {
      await server.close();
      await store.save();
    },
  };
}
