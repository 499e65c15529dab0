import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startAlarms } from './alarms.ts';
import type { AwsService } from './aws/call.ts';
import { createDataPlane } from './aws/data-plane.ts';
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
import { amplifyOutputs, localOutputs } from './outputs.ts';
import { createQueues, type Queues } from './queues.ts';
import { refuseUnserved } from './served.ts';
import { startStreams, type Streams } from './streams.ts';
import { readAssembly, type Assembly } from './template/assembly.ts';
import { resolveAssembly, type Backend } from './template/resolve.ts';

export type Ports = {
  readonly api: number;
  readonly cognito: number;
  readonly inbox: number;
  readonly aws: number;
};

type Setting = {
  /** The folder CDK synthesized into, or what it would hold. */
  readonly assembly: string | Assembly;
  /** Where data, accounts and mail are kept. */
  readonly state: string;
  /** Ports to listen on; 0 takes any free one. */
  readonly ports: Ports;
  /** The AWS account this was deployed into, which then speaks for it; without one it speaks for itself. */
  readonly account?: { readonly url: string };
  readonly log: (line: string) => void;
  /** Hears of each part that is up, by the names of `served.ts`. */
  readonly onUp?: (part: string) => void;
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
  /** Speaks for the backend's own resources. */
  readonly answer: AwsService;
  readonly database: Database;
  /** The root stack's, with the addresses of this machine. */
  stackOutputs(): Backend['outputs'];
  /** What Amplify would write to `amplify_outputs.json`. */
  outputs(): Promise<object>;
  /** Runs another synthesis of the same backend; data, accounts and sessions stay. */
  update(assembly: string | Assembly, onUp?: (part: string) => void): Promise<void>;
  close(): Promise<void>;
};

/** Makes every resource of a synthesized backend, or refuses it by name and leaves nothing running. */
export async function startCloud({
  assembly,
  state,
  ports,
  account,
  log,
  onUp = () => {},
  watched = (it) => it,
}: Setting): Promise<Cloud> {
  mkdirSync(state, { recursive: true });
  let backend = watched(readBackend(assembly));
  const { resources } = backend;
  await using started = new AsyncDisposableStack();
  const closing = <Part extends { close(): unknown }>(part: Part): Part =>
    started.adopt(part, async (it) => void (await it.close()));

  const inbox = closing(await startInbox({ port: ports.inbox }));
  const database = closing(await startDatabase({ resources, folder: state, log }));
  ['dynamodb', 'iam'].forEach(onUp);
  const cognito = closing(
    await startCognito({
      settings: poolSettingsFrom(resources),
      stateFile: join(state, 'accounts.json'),
      port: ports.cognito,
      deliver: (mail) => inbox.deliver(mail),
      log,
    }),
  );
  onUp('cognito');
  const mailProvider = closing(await startMailProvider(inbox.apiUrl));
  const functionSetting = {
    database,
    mailUrl: mailProvider.url,
    ...(account && { parametersUrl: account.url }),
    log,
  };
  let functions = createFunctions({ ...functionSetting, backend });
  const functionNamed = (name: string) => functions.byName.get(name);
  onUp('lambda');
  const queues = createQueues(resources, state);
  onUp('sqs');
  const alarms = closing(startAlarms({ resources, queues, log }));
  onUp('alarms');
  const streams = startStreams({ resources, folder: state, database, functionNamed, queues, log });
  started.defer(async () => void (await Promise.all([functions.close(), streams.close()])));
  onUp('streams');
  const gateway: Gateway = closing(
    await startGateway({
      api: apiFrom(resources),
      functions: functions.byName,
      verifyIdToken: createTokenVerifier(() => cognito),
      port: ports.api,
      log,
    }),
  );
  onUp('gateway');
  const { engineUrl } = database;
  const answer = createDataPlane({
    engineUrl,
    queues: () => queues.all(),
    provider: mailProvider,
    functionNamed,
    mappings: () => streams.mappings(),
  });
  const aws = account ?? closing(await startAwsEndpoint(answer, ports.aws));

  const stackOutputs = () =>
    localOutputs(backend.outputs, {
      apiUrl: gateway.url,
      cognitoUrl: cognito.url,
      awsUrl: aws.url,
    });
  const parts = started.move();
  return {
    apiUrl: gateway.url,
    cognito,
    inbox,
    mailProvider,
    queues,
    functionNamed,
    streams,
    awsUrl: aws.url,
    answer,
    database,
    stackOutputs,
    outputs: () => amplifyOutputs({ ...backend, outputs: stackOutputs() }),

    async update(nextAssembly, onUpdated = () => {}) {
      const next = readBackend(nextAssembly);
      await database.update(next.resources);
      ['dynamodb', 'iam'].forEach(onUpdated);
      cognito.update(poolSettingsFrom(next.resources));
      onUpdated('cognito');
      const previous: Functions = functions;
      functions = createFunctions({ ...functionSetting, backend: next });
      onUpdated('lambda');
      gateway.update({ api: apiFrom(next.resources), functions: functions.byName });
      onUpdated('gateway');
      queues.update(next.resources);
      onUpdated('sqs');
      alarms.update(next.resources);
      onUpdated('alarms');
      backend = next;
      await Promise.all([previous.close(), streams.update(next.resources)]);
      onUpdated('streams');
    },

    close: () => parts.disposeAsync(),
  };
}

function readBackend(assembly: string | Assembly): Backend {
  const backend = resolveAssembly(typeof assembly === 'string' ? readAssembly(assembly) : assembly);
  refuseUnserved(backend.resources);
  refuseUndeployable(backend.resources);
  return backend;
}
