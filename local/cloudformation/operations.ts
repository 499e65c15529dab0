import type { AwsService } from '../aws/call.ts';
import { failWith } from '../aws/failure.ts';
import { inQuery, type QueryOperations } from '../aws/query-protocol.ts';
import { members } from '../aws/xml.ts';
import type { Bucket } from '../s3/buckets.ts';
import type { Records, StackRecord } from './records.ts';
import type { Stacks, Wanted } from './stacks.ts';
import { toldEvents, toldResources, toldStack } from './told.ts';
import { templateIn } from './uploaded.ts';

type Deps = { readonly records: Records; readonly stacks: Stacks; readonly bucket: Bucket };

const namespace = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';

/** CloudFormation as CDK and Amplify ask it. An operation or a parameter it does not know is refused by name. */
export function createCloudFormation(deps: Deps): AwsService {
  return inQuery('CloudFormation', namespace, operationsOver(deps));
}

function operationsOver({ records, stacks, bucket }: Deps): QueryOperations {
  return {
    async CreateStack(input) {
      return { StackId: await stacks.create(wantedIn(input, bucket)) };
    },
    async UpdateStack(input) {
      return { StackId: await stacks.update(wantedIn(input, bucket)) };
    },
    async DeleteStack(input) {
      refuseUnknown(input, deleting);
      await stacks.delete(input.get('StackName') ?? '');
      return '';
    },
    DescribeStacks(input) {
      const name = input.get('StackName');
      const found = name === null ? records.all().filter(isThere) : [stackNamed(name, records)];
      return { Stacks: members(found.map(toldStack)) };
    },
    DescribeStackEvents: (input) => ({ StackEvents: toldEvents(stackIn(input, records)) }),
    ListStackResources: (input) => ({
      StackResourceSummaries: toldResources(stackIn(input, records)),
    }),
    GetTemplate: (input) => ({ TemplateBody: stackIn(input, records).template }),
    GetTemplateSummary(input) {
      const { template } = stackIn(input, records);
      const { Metadata, Resources } = templateIn(template);
      const types = Object.values(Resources).map(({ Type }) => Type);
      return {
        Metadata: Metadata && JSON.stringify(Metadata),
        ResourceTypes: members([...new Set(types)]),
      };
    },
  };
}

/** What may stand in a request without making a difference here: who asks, and what they let happen. */
const idle = ['Action', 'Version', 'Capabilities', 'RoleARN', 'ClientRequestToken', 'ClientToken'];
const deploying = [
  ...idle,
  'StackName',
  'TemplateURL',
  'TemplateBody',
  'Tags',
  'Parameters',
  'DisableRollback',
  'DeploymentConfig',
  'EnableTerminationProtection',
];
const deleting = [...idle, 'StackName', 'DeploymentConfig'];

function wantedIn(input: URLSearchParams, bucket: Bucket): Wanted {
  refuseUnknown(input, deploying);
  only(input, 'DisableRollback', 'false');
  only(input, 'EnableTerminationProtection', 'false');
  refuseParameters(input);
  const name = input.get('StackName') ?? '';
  if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name))
    failWith('ValidationError', `A stack cannot be called "${name}".`);
  return { name, template: templateFrom(input, bucket), tags: tagsIn(input) };
}

function templateFrom(input: URLSearchParams, bucket: Bucket): string {
  const body = input.get('TemplateBody');
  if (body !== null) return body;
  const url = input.get('TemplateURL') ?? '';
  const key = url.includes(bucket.name) ? url.slice(url.lastIndexOf('/') + 1) : '';
  const object = key === '' ? undefined : bucket.object(decodeURIComponent(key));
  if (object) return object.body.toString('utf8');
  return failWith('ValidationError', `There is no template in the local S3 at ${url}.`);
}

function tagsIn(input: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let n = 1; input.has(`Tags.member.${n}.Key`); n += 1)
    tags[input.get(`Tags.member.${n}.Key`) ?? ''] = input.get(`Tags.member.${n}.Value`) ?? '';
  return tags;
}

function refuseUnknown(input: URLSearchParams, known: readonly string[]): void {
  only(input, 'DeploymentConfig.Mode', 'STANDARD');
  for (const name of input.keys())
    if (!known.includes(name.split('.')[0] ?? ''))
      failWith(
        'ValidationError',
        `The local CloudFormation does not know ${name} of this operation.`,
      );
}

/** A template of Amplify's has one parameter, which asks whether the account is bootstrapped, and it is. */
function refuseParameters(input: URLSearchParams): void {
  for (let n = 1; input.has(`Parameters.member.${n}.ParameterKey`); n += 1) {
    const name = input.get(`Parameters.member.${n}.ParameterKey`) ?? '';
    if (name !== 'BootstrapVersion')
      failWith('ValidationError', `The local CloudFormation takes no parameter such as ${name}.`);
  }
}

function only(input: URLSearchParams, name: string, value: string): void {
  const given = input.get(name);
  if (given !== null && given !== value)
    failWith('ValidationError', `The local CloudFormation does ${name} ${value}, not ${given}.`);
}

function stackIn(input: URLSearchParams, records: Records): StackRecord {
  return stackNamed(input.get('StackName') ?? '', records);
}

function stackNamed(name: string, records: Records): StackRecord {
  const found = records.find(name);
  return found ?? failWith('ValidationError', `Stack with id ${name} does not exist`);
}

function isThere({ deletedAt }: StackRecord): boolean {
  return deletedAt === undefined;
}
