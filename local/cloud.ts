import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startCognito, type Cognito } from './cognito/server.ts';
import { poolSettingsFrom } from './cognito/settings.ts';
import { startDatabase, type Database } from './database.ts';
import { createFunctions, type Functions } from './functions.ts';
import { apiFrom } from './gateway/api.ts';
import { startGateway, type Gateway } from './gateway/server.ts';
import { createTokenVerifier } from './gateway/token-verifier.ts';
import { startInbox, type Inbox } from './inbox.ts';
import { amplifyOutputs } from './outputs.ts';
import { refuseUnserved } from './served.ts';
import { readAssembly } from './template/assembly.ts';
import { resolveAssembly } from './template/resolve.ts';

type Setting = {
  /** The folder CDK synthesized into. */
  readonly assembly: string;
  /** Where data, accounts and mail are kept. */
  readonly state: string;
  /** Ports to listen on; 0 takes any free one. */
  readonly ports: { readonly api: number; readonly cognito: number; readonly inbox: number };
  readonly log: (line: string) => void;
};

/** The backend, running on this desk. */
export type Cloud = {
  readonly apiUrl: string;
  readonly cognito: Cognito;
  readonly inbox: Inbox;
  readonly database: Database;
  /** What Amplify would write to `amplify_outputs.json`. */
  outputs(): Promise<object>;
  /** Runs another synthesis of the same backend; data, accounts and sessions stay. */
  update(assembly: string): Promise<void>;
  close(): Promise<void>;
};

/** Makes every resource of a synthesized backend, or refuses it by name. */
export async function startCloud({ assembly, state, ports, log }: Setting): Promise<Cloud> {
  mkdirSync(state, { recursive: true });
  let backend = readBackend(assembly);
  const { resources } = backend;
  const inbox = await startInbox({ port: ports.inbox });
  const database = await startDatabase({ resources, folder: state, log });
  const cognito = await startCognito({
    settings: poolSettingsFrom(resources),
    stateFile: join(state, 'accounts.json'),
    port: ports.cognito,
    deliver: (mail) => inbox.deliver(mail),
    log,
  });
  let functions = createFunctions({ backend, database, log });
  const gateway: Gateway = await startGateway({
    api: apiFrom(resources),
    functions: functions.byName,
    verifyIdToken: createTokenVerifier(() => cognito),
    port: ports.api,
    log,
  });

  return {
    apiUrl: gateway.url,
    cognito,
    inbox,
    database,
    outputs: () => amplifyOutputs(backend, { apiUrl: gateway.url, cognitoUrl: cognito.url }),

    async update(nextAssembly) {
      const next = readBackend(nextAssembly);
      await database.update(next.resources);
      cognito.update(poolSettingsFrom(next.resources));
      const previous: Functions = functions;
      functions = createFunctions({ backend: next, database, log });
      gateway.update({ api: apiFrom(next.resources), functions: functions.byName });
      backend = next;
      await previous.close();
    },

    async close() {
      await gateway.close();
      await functions.close();
      await cognito.close();
      await database.close();
      await inbox.close();
    },
  };
}

function readBackend(assembly: string) {
  const backend = resolveAssembly(readAssembly(assembly));
  refuseUnserved(backend.resources);
  return backend;
}
