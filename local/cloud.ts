import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startAlarms } from './alarms.ts';
import { startAwsEndpoint } from './aws/endpoint.ts';
import { startCognito, type Cognito } from './cognito/server.ts';
import { poolSettingsFrom } from './cognito/settings.ts';
import { refuseUndeployable } from './deployable.ts';
import { startDatabase, type Database } from './database.ts';
import { createFunctions, type Functions } from './functions.ts';
import { apiFrom } from './gateway/api.ts';
import { startGateway, type Gateway } from './gateway/server.ts';
import { createTokenVerifier } from './gateway/token-verifier.ts';
import { startInbox, type Inbox } from './inbox.ts';
import type { LambdaFunction } from './lambda/function.ts';
import { startMailProvider, type MailProvider } from './mail/provider.ts';
import { amplifyOutputs } from './outputs.ts';
import { createQueues, type Queues } from './queues.ts';
import { refuseUnserved } from './served.ts';
import { startStreams, type Streams } from './streams.ts';
import { readAssembly } from './template/assembly.ts';
import { resolveAssembly, type Backend } from './template/resolve.ts';

export type Ports = {
  readonly api: number;
  readonly cognito: number;
  readonly inbox: number;
  readonly aws: number;
};

type Setting = {
  /** The folder CDK synthesized into. */
  readonly assembly: string;
  /** Where data, accounts and mail are kept. */
  readonly state: string;
  /** Ports to listen on; 0 takes any free one. */
  readonly ports: Ports;
  readonly log: (line: string) => void;
  /** Sees what is read of the template, for `npm run prove:parity`. */
  readonly watched?: (backend: Backend) => Backend;
};

/** The backend, running on this desk. */
export type Cloud = {
  readonly apiUrl: string;
  readonly cognito: Cognito;
  readonly inbox: Inbox;
  /** The email API that functions call, which can be made to fail. */
  readonly mailProvider: MailProvider;
  readonly queues: Queues;
  readonly functionNamed: (name: string) => LambdaFunction | undefined;
  readonly streams: Pick<Streams, 'mappings'>;
  /** What AWS_ENDPOINT_URL is to be, for commands that look after the backend. */
  readonly awsUrl: string;
  readonly database: Database;
  /** What Amplify would write to `amplify_outputs.json`. */
  outputs(): Promise<object>;
  /** Runs another synthesis of the same backend; data, accounts and sessions stay. */
  update(assembly: string): Promise<void>;
  close(): Promise<void>;
};

/** Makes every resource of a synthesized backend, or refuses it by name. */
export async function startCloud({
  assembly,
  state,
  ports,
  log,
  watched = (it) => it,
}: Setting): Promise<Cloud> {
  mkdirSync(state, { recursive: true });
  let backend = watched(readBackend(assembly));
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
  const mailProvider = await startMailProvider(inbox.apiUrl);
  const mailUrl = mailProvider.url;
  let functions = createFunctions({ backend, database, mailUrl, log });
  const functionNamed = (name: string) => functions.byName.get(name);
  const queues = createQueues(resources, state);
  const alarms = startAlarms({ resources, queues, log });
  const streams = startStreams({ resources, folder: state, database, functionNamed, queues, log });
  const gateway: Gateway = await startGateway({
    api: apiFrom(resources),
    functions: functions.byName,
    verifyIdToken: createTokenVerifier(() => cognito),
    port: ports.api,
    log,
  });
  const { engineUrl } = database;
  const aws = await startAwsEndpoint(
    {
      engineUrl,
      queues: () => queues.all(),
      provider: mailProvider,
      functionNamed,
      mappings: () => streams.mappings(),
    },
    ports.aws,
  );

  return {
    apiUrl: gateway.url,
    cognito,
    inbox,
    mailProvider,
    queues,
    functionNamed,
    streams,
    awsUrl: aws.url,
    database,
    outputs: () =>
      amplifyOutputs(backend, { apiUrl: gateway.url, cognitoUrl: cognito.url, awsUrl: aws.url }),

    async update(nextAssembly) {
      const next = readBackend(nextAssembly);
      await database.update(next.resources);
      cognito.update(poolSettingsFrom(next.resources));
      const previous: Functions = functions;
      functions = createFunctions({ backend: next, database, mailUrl, log });
      gateway.update({ api: apiFrom(next.resources), functions: functions.byName });
      queues.update(next.resources);
      alarms.update(next.resources);
      backend = next;
      await Promise.all([previous.close(), streams.update(next.resources)]);
    },

    async close() {
      await gateway.close();
      await aws.close();
      alarms.close();
      await Promise.all([functions.close(), streams.close()]);
      await mailProvider.close();
      await cognito.close();
      await database.close();
      await inbox.close();
    },
  };
}

function readBackend(assembly: string) {
  const backend = resolveAssembly(readAssembly(assembly));
  refuseUnserved(backend.resources);
  refuseUndeployable(backend.resources);
  return backend;
}
