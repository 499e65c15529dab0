import { err, ok } from '#core/values/result.ts';
import { asksForFiles } from '#catalogue/files';
import { auth, custom } from '#outputs';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { createRead } from '../cloud/api/api-client.ts';
import { createApiCaller } from '../cloud/api/api-caller.ts';
import { createWithoutAccount } from '../cloud/api/headers-without-account.ts';
import type { Tokens } from '../cloud/session/identity.ts';
import { noTokenReason } from '../cloud/session/no-token.ts';
import { keepTokensInDatabase, signedIn } from '../cloud/session/cognito-tokens.ts';
import { createDatabase } from '../device/device-database.ts';
import { createVault } from '../device/vault.ts';
import { onNetwork } from '../files/transfers/on-network.ts';
import { openFileNetwork } from '../files/transfers/open-file-network.ts';
import { sendNextFile } from '../files/transfers/send-next-file.ts';
import { outboxChannel } from '../outbox/delivery/background-sync.ts';
import { createDeliver } from '../outbox/delivery/deliver.ts';
import { createDeliveryQueue } from '../outbox/delivery/delivery-queue.ts';
import { createChangeStore } from '../outbox/changes/change-store.ts';
import { shieldOf } from '../outbox/shield/shield-of.ts';
import { deliverAll } from './deliver-all.ts';

// Only the part of Amplify that stores and renews tokens. All of it would double the size of the service worker.
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
      const signedInPerson = await signedIn({ fresh });
      return signedInPerson ? ok(signedInPerson) : err('signed-out');
    } catch (error) {
      return err(noTokenReason(error));
    }
  },
  // The next page that is opened finds out and handles it.
  expire: async () => undefined,
};

const others = new BroadcastChannel(outboxChannel);
const database = createDatabase();
const vault = createVault(database);
const changeStore = createChangeStore({ database, vault });
const call = createApiCaller({
  endpoint: custom.API.formstead.endpoint,
  // oxlint-disable-next-line house/bounded-waits -- `api-caller.ts` gives it a signal
  fetch: (...request) => fetch(...request),
  tokens,
  // Each change has the token of its own personal link.
  withoutAccount: createWithoutAccount({ deviceKey: vault.deviceKey }),
});
const parts = {
  changeStore,
  now: () => Date.now(),
  random: Math.random,
  onChange: () => others.postMessage('changed'),
};
const network = openFileNetwork();
const deliveryQueue = createDeliveryQueue({
  ...parts,
  ...(asksForFiles && {
    sendFile: onNetwork(
      network,
      sendNextFile.bind(undefined, {
        ...parts,
        database,
        call,
        // oxlint-disable-next-line house/bounded-waits -- `transfer-file.ts` gives it a signal
        fetch: (...it) => fetch(...it),
      }),
    ),
  }),
  tokens,
  deliver: createDeliver(call, (change) =>
    shieldOf({ deviceKey: vault.deviceKey, now: parts.now }, change),
  ),
  read: createRead(call),
  locks: navigator.locks,
});

/** Delivers everything. Throws if something is left, so that the browser tries again. */
export const deliverInBackground = (): Promise<void> =>
  deliverAll({ deliveryQueue, tokens, mustWaitForNetwork });

async function mustWaitForNetwork(): Promise<boolean> {
  if (!asksForFiles || (await database((it) => it.count('transfers'))) === 0) return false;
  return (await network.hold()) !== undefined;
}
