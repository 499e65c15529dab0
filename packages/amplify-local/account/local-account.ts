import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { signatureOf, type AwsService } from '../machine/aws-request.ts';
import { startAwsEndpoint } from '../machine/aws-endpoint.ts';
import { sts } from './sts.ts';
import { unknownService } from '../machine/unknown-service.ts';
import { startBackend, type LocalBackend, type Ports } from '../start-backend.ts';
import { createCloudFormation } from './cloudformation/cloudformation-operations.ts';
import { openRecords } from './cloudformation/stack-records.ts';
import { openStacks, type Stacks } from './cloudformation/stacks.ts';
import { getOwn } from '../template/get-own-value.ts';
import { openBucket } from './buckets.ts';
import { createS3 } from './s3-operations.ts';
import { createSsm } from './ssm-operations.ts';
import { openParameters } from './parameter-store.ts';
import { withPermissions } from './ssm-permissions.ts';
import { account, region } from '../template/arn.ts';

type Setting = {
  /** The folder with everything that is in the account. */
  readonly folder: string;
  /** Ports to listen on; 0 takes any free one. */
  readonly ports: Ports;
  readonly log: (line: string) => void;
};

/** An AWS account on this machine: empty until somebody deploys into it. */
export type Account = {
  /** The value for AWS_ENDPOINT_URL. */
  readonly url: string;
  /** The deployed backend, if there is one. */
  running(): LocalBackend | undefined;
  close(): Promise<void>;
};

/** What `cdk bootstrap` creates in an account: a version, and a bucket for uploaded assets. */
const bootstrap = { '/cdk-bootstrap/hnb659fds/version': '30' };
const assetBucketName = `cdk-hnb659fds-assets-${account}-${region}`;

/** Starts the account and whatever is deployed in it. */
export async function startAccount({ folder, ports, log }: Setting): Promise<Account> {
  mkdirSync(folder, { recursive: true });
  const bucket = openBucket(assetBucketName, join(folder, 'buckets', assetBucketName));
  const records = openRecords(join(folder, 'stacks.json'));
  const parameters = openParameters(bootstrap, { file: join(folder, 'parameters.json') });
  let stacks: Stacks | undefined;
  const deployedService: AwsService = (request) =>
    (stacks?.running()?.handleAwsRequest ?? unknownService)(request);
  const services: Record<string, AwsService> = {
    sts,
    ssm: withPermissions(
      () => stacks?.running()?.database.callers() ?? new Map(),
      createSsm(parameters),
    ),
    s3: createS3([bucket]),
    sqs: deployedService,
    lambda: deployedService,
    dynamodb: deployedService,
  };
  // Unsigned requests are for /faults, which is not part of AWS.
  const serviceFor = (name = 'dynamodb') => getOwn(services, name) ?? unknownService;
  const endpoint = await startAwsEndpoint(
    (request) => serviceFor(signatureOf(request)?.service)(request),
    {
      port: ports.aws,
      region,
      stream: (incoming, outgoing) =>
        stacks?.running()?.handleAwsStream(incoming, outgoing) ?? false,
    },
  );
  stacks = await openStacks({
    records,
    bucket,
    folder,
    bringUp: (assembly, state, onUp) =>
      startBackend({ assembly, state, ports, account: endpoint, log, onUp }),
    log,
  });
  services['cloudformation'] = createCloudFormation({ records, stacks, bucket });
  return {
    url: endpoint.url,
    running: () => stacks.running(),
    async close() {
      await endpoint.close();
      await stacks.close();
    },
  };
}
