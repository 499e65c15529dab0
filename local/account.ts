import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { signatureOf, type AwsService } from './aws/call.ts';
import { startAwsEndpoint } from './aws/endpoint.ts';
import { sts } from './aws/sts.ts';
import { unknownService } from './aws/unknown.ts';
import { startCloud, type Cloud, type Ports } from './cloud.ts';
import { createCloudFormation } from './cloudformation/operations.ts';
import { openRecords } from './cloudformation/records.ts';
import { openStacks, type Stacks } from './cloudformation/stacks.ts';
import { own } from './own.ts';
import { openBucket } from './s3/buckets.ts';
import { createS3 } from './s3/operations.ts';
import { createSsm } from './ssm/operations.ts';
import { openParameters } from './ssm/parameters.ts';
import { withRights } from './ssm/rights.ts';
import { account, region } from './template/arn.ts';

type Setting = {
  /** Where everything lies that was put into the account. */
  readonly folder: string;
  /** Ports to listen on; 0 takes any free one. */
  readonly ports: Ports;
  readonly log: (line: string) => void;
};

/** An AWS account on this desk: empty, until somebody deploys into it. */
export type Account = {
  /** What AWS_ENDPOINT_URL is to be. */
  readonly url: string;
  /** The backend that is deployed; nothing while none is. */
  running(): Cloud | undefined;
  close(): Promise<void>;
};

/** What `cdk bootstrap` leaves in an account: a version, and a bucket for what is to be deployed. */
const bootstrap = { '/cdk-bootstrap/hnb659fds/version': '30' };
const assets = `cdk-hnb659fds-assets-${account}-${region}`;

/** Starts the account, with what was deployed into it running again. */
export async function startAccount({ folder, ports, log }: Setting): Promise<Account> {
  mkdirSync(folder, { recursive: true });
  const bucket = openBucket(assets, join(folder, 'buckets', assets));
  const records = openRecords(join(folder, 'stacks.json'));
  const parameters = openParameters(bootstrap, { file: join(folder, 'parameters.json') });
  let stacks: Stacks | undefined;
  const deployed: AwsService = (call) => (stacks?.running()?.answer ?? unknownService)(call);
  const services: Record<string, AwsService> = {
    sts,
    ssm: withRights(
      () => stacks?.running()?.database.callers() ?? new Map(),
      createSsm(parameters),
    ),
    s3: createS3([bucket]),
    sqs: deployed,
    lambda: deployed,
    dynamodb: deployed,
  };
  // What is not signed is for /faults, which is not AWS's.
  const serviceFor = (name = 'dynamodb') => own(services, name) ?? unknownService;
  const endpoint = await startAwsEndpoint(
    (call) => serviceFor(signatureOf(call)?.service)(call),
    ports.aws,
  );
  stacks = await openStacks({
    records,
    bucket,
    folder,
    bringUp: (assembly, state, onUp) =>
      startCloud({ assembly, state, ports, account: endpoint, log, onUp }),
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
