import { err, ok } from '#core/result.ts';
import { auth, custom } from '#outputs';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { createDeliver, createRead } from '../cloud/api.ts';
import { createCaller, type Tokens } from '../cloud/call.ts';
import { tokenlessBecause } from '../cloud/tokenless.ts';
import { keepTokensInDatabase, signedIn } from '../cloud/tokens.ts';
import { createDatabase } from '../device/database.ts';
import { createVault } from '../device/vault.ts';
import { outboxName } from '../outbox/announce.ts';
import { createDrainer } from '../outbox/drainer.ts';
import { createParcels } from '../outbox/parcels.ts';

// Only the part of Amplify that keeps and renews tokens: all of it would be half of what is loaded here.
cognitoUserPoolsTokenProvider.setAuthConfig({
  Cognito: {
    userPoolId: auth.user_pool_id,
    userPoolClientId: auth.user_pool_client_id,
    ...(custom.userPoolEndpoint && { userPoolEndpoint: custom.userPoolEndpoint }),
  },
});
keepTokensInDatabase();

const tokens: Tokens = {
  async token({ fresh } = { fresh: false }) {
    try {
      const known = await signedIn({ fresh });
      return known ? ok(known) : err('signed-out');
    } catch (error) {
      return err(tokenlessBecause(error));
    }
  },
  // The next page that is opened finds out, and says so.
  lapse: async () => undefined,
};

const others = new BroadcastChannel(outboxName);
const database = createDatabase();
const parcels = createParcels({ database, vault: createVault(database) });
const call = createCaller({
  endpoint: custom.API.formstead.endpoint,
  // oxlint-disable-next-line waits/bounded -- `call.ts` gives it a signal
  fetch: (...request) => fetch(...request),
  tokens,
});
const drainer = createDrainer({
  parcels,
  tokens,
  deliver: createDeliver(call),
  read: createRead(call),
  locks: navigator.locks,
  now: () => Date.now(),
  random: Math.random,
  onChange: () => others.postMessage('changed'),
});

/** Empties the outbox of whoever is signed in. Throws when it could not, so that the browser tries again. */
export async function deliverInBackground(): Promise<void> {
  const known = await tokens.token();
  if (!known.ok && known.problem !== 'signed-out') throw new Error('Not now.');
  if (!known.ok) return;
  const drained = await drainer.drain(known.value.person.username, { anew: true });
  if (drained.is === 'rest') throw new Error('Not everything was delivered.');
}
