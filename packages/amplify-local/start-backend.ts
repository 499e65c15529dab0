import { mkdirSync } from 'node:fs';
import { refuseMissingPermissions } from './check-permissions.ts';
import { createDataPlane } from './data-plane.ts';
import { startAwsEndpoint, type AwsStream } from './machine/aws-endpoint.ts';
import type { AwsService } from './machine/aws-request.ts';
import type { Ports, Service, StartedService } from './template/service.ts';
import { apiGateway } from './services/api-gateway/service.ts';
import type { Cognito } from './services/cognito/cognito-server.ts';
import { cognito } from './services/cognito/service.ts';
import type { LocalDynamoDb } from './services/dynamodb/local-dynamodb.ts';
import { dynamoDb } from './services/dynamodb/service.ts';
import { services as everyService } from './services.ts';
import type { LambdaFunction } from './services/lambda/lambda-function.ts';
import { lambda } from './services/lambda/service.ts';
import type { EmailApi } from './services/mail/email-api.ts';
import type { InboxLook } from './services/mail/inbox-page.ts';
import type { Inbox } from './services/mail/mail-inbox.ts';
import { mail } from './services/mail/service.ts';
import type { LocalS3 } from './services/s3/local-s3.ts';
import { s3 } from './services/s3/service.ts';
import type { Queues } from './services/sqs/queues.ts';
import { sqs } from './services/sqs/service.ts';
import type { Streams } from './services/streams/event-source-mappings.ts';
import { streams } from './services/streams/service.ts';
import { resolveAssembly } from './resolve-assembly.ts';
import { refuseUnsupported } from './supported-resources.ts';
import { region } from './template/arn.ts';
import { readAssembly, type Assembly } from './template/assembly.ts';
import { amplifyOutputs, localOutputs } from './template/local-outputs.ts';
import type { Backend } from './template/resolve-backend.ts';

export type { Ports } from './template/service.ts';

type Setting = {
  /** The folder that CDK synthesized into, or its content. */
  readonly assembly: string | Assembly;
  /** The folder for data and accounts. */
  readonly state: string;
  /** Ports to listen on; 0 takes any free one. */
  readonly ports: Ports;
  /** The local AWS account this was deployed into, which then serves AWS's APIs; without one the cloud does. */
  readonly account?: { readonly url: string };
  readonly log: (line: string) => void;
  /** The name and colours of the inbox. */
  readonly inboxLook?: InboxLook;
  /** The services to run, in their order; by default those of `services.ts`, which others may follow. */
  readonly services?: readonly Service<unknown>[];
  /** Called as each service comes up, with its name in `supported-resources.ts`. */
  readonly onUp?: (part: string) => void;
  /** Wraps the backend to observe which properties are read, as `npm run verify -- parity` does. */
  readonly watchBackend?: (backend: Backend) => Backend;
};

/** A backend running on this machine. */
export type LocalBackend = {
  readonly apiUrl: string;
  readonly cognito: Cognito;
  readonly inbox: Inbox;
  /** The email API that functions call. It can be told to fail. */
  readonly emailApi: EmailApi;
  readonly queues: Queues;
  readonly functionNamed: (name: string) => LambdaFunction | undefined;
  readonly streams: Pick<Streams, 'mappings'>;
  /** The value of AWS_ENDPOINT_URL for commands that administer the backend. */
  readonly awsUrl: string;
  /** Handles requests to AWS's APIs about the backend's own resources. */
  readonly handleAwsRequest: AwsService;
  readonly handleAwsStream: AwsStream;
  readonly s3: Pick<LocalS3, 'url' | 'dropBucket'>;
  readonly database: LocalDynamoDb;
  /** The root stack's outputs, with local addresses. */
  stackOutputs(): Backend['outputs'];
  /** The content of `amplify_outputs.json`. */
  outputs(): Promise<object>;
  /** Switches to another synthesis of the same backend, keeping data, accounts and sessions. */
  update(assembly: string | Assembly, onUp?: (part: string) => void): Promise<void>;
  close(): Promise<void>;
};

/** Starts every resource of a synthesized backend, or throws, naming what it cannot run, and leaves nothing running. */
export async function startBackend({
  assembly,
  state,
  ports,
  account,
  log,
  inboxLook,
  services = everyService,
  onUp = () => {},
  watchBackend = (it) => it,
}: Setting): Promise<LocalBackend> {
  mkdirSync(state, { recursive: true });
  let backend = watchBackend(readBackend(assembly, services));
  const running = new Map<Service<unknown>, StartedService<unknown>>();
  const use = <Api>(service: Service<Api>): Api => {
    const started = running.get(service);
    if (!started) throw new Error(`${service.name} has not started.`);
    return started.api as Api;
  };
  await using opened = new AsyncDisposableStack();
  for (const service of services) {
    const context = {
      backend,
      state,
      ports,
      ...(account && { account }),
      log,
      ...(inboxLook && { inboxLook }),
      use,
    };
    const started = await service.start(context);
    running.set(service, started);
    opened.defer(async () => {
      await started.close?.();
    });
    onUp(service.name);
  }
  const apis = [...running.values()].map((it) => it.handleAwsRequest);
  const handleAwsRequest = createDataPlane(apis.filter((it) => it !== undefined));
  const handleAwsStream: AwsStream = (incoming, outgoing) =>
    [...running.values()].some((it) => it.handleAwsStream?.(incoming, outgoing));
  const setting = { port: ports.aws, region, stream: handleAwsStream };
  const aws =
    account ?? opened.adopt(await startAwsEndpoint(handleAwsRequest, setting), (it) => it.close());

  const { inbox, emailApi } = use(mail);
  const gateway = use(apiGateway);
  const stackOutputs = () =>
    localOutputs(backend.outputs, {
      apiUrl: gateway.url,
      cognitoUrl: use(cognito).url,
      awsUrl: aws.url,
      ...(backend.resources.some(({ type }) => type === 'AWS::S3::Bucket') && {
        s3Url: use(s3).url,
      }),
    });
  const parts = opened.move();
  return {
    apiUrl: gateway.url,
    cognito: use(cognito),
    inbox,
    emailApi,
    queues: use(sqs),
    functionNamed: use(lambda).functionNamed,
    streams: use(streams),
    awsUrl: aws.url,
    handleAwsRequest,
    handleAwsStream,
    s3: use(s3),
    database: use(dynamoDb),
    stackOutputs,
    outputs: () => amplifyOutputs({ ...backend, outputs: stackOutputs() }),

    async update(nextAssembly, onUpdated = () => {}) {
      const next = readBackend(nextAssembly, services);
      const unfinished: (() => Promise<void>)[] = [];
      for (const [{ name }, started] of running) {
        const finish = await started.update?.(next);
        if (finish) unfinished.push(() => finish().then(() => onUpdated(name)));
        else onUpdated(name);
      }
      backend = next;
      await Promise.all(unfinished.map((finish) => finish()));
    },

    close: () => parts.disposeAsync(),
  };
}

function readBackend(assembly: string | Assembly, services: readonly Service<unknown>[]): Backend {
  const read = typeof assembly === 'string' ? readAssembly(assembly) : assembly;
  const backend = resolveAssembly(read, services);
  refuseUnsupported(backend.resources, services);
  refuseMissingPermissions(backend.resources, services);
  return backend;
}
