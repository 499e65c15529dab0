import type { AwsService } from '../../machine/aws-request.ts';
import { failWith } from '../../machine/aws-failure.ts';
import { queryService, type QueryOperations } from '../../machine/query-protocol.ts';
import { members } from '../../machine/xml.ts';
import type { Bucket } from '../buckets.ts';
import type { Records, StackRecord } from './stack-records.ts';
import type { Stacks, StackInput } from './stacks.ts';
import { describeEvents, describeResources, describeStack } from './describe-stack.ts';
import { parseTemplate } from './uploaded-assembly.ts';

type Deps = { readonly records: Records; readonly stacks: Stacks; readonly bucket: Bucket };

const namespace = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';

/** The CloudFormation API as far as CDK and Amplify use it. Other operations and parameters are refused by name. */
export function createCloudFormation(deps: Deps): AwsService {
  return queryService('CloudFormation', namespace, operationsOver(deps));
}

function operationsOver({ records, stacks, bucket }: Deps): QueryOperations {
  return {
    async CreateStack(input) {
      return { StackId: await stacks.create(readStackInput(input, bucket)) };
    },
    async UpdateStack(input) {
      return { StackId: await stacks.update(readStackInput(input, bucket)) };
    },
    async DeleteStack(input) {
      refuseUnknown(input, deleteParameters);
      await stacks.delete(input.get('StackName') ?? '');
      return '';
    },
    DescribeStacks(input) {
      const name = input.get('StackName');
      const found =
        name === null ? records.all().filter(isNotDeleted) : [stackNamed(name, records)];
      return { Stacks: members(found.map(describeStack)) };
    },
    DescribeStackEvents: (input) => ({ StackEvents: describeEvents(stackIn(input, records)) }),
    ListStackResources: (input) => ({
      StackResourceSummaries: describeResources(stackIn(input, records)),
    }),
    GetTemplate: (input) => ({ TemplateBody: stackIn(input, records).template }),
    GetTemplateSummary(input) {
      const { template } = stackIn(input, records);
      const { Metadata, Resources } = parseTemplate(template);
      const types = Object.values(Resources).map(({ Type }) => Type);
      return {
        Metadata: Metadata && JSON.stringify(Metadata),
        ResourceTypes: members([...new Set(types)]),
      };
    },
  };
}

/** Accepted parameters that make no difference here, such as the caller's role and capabilities. */
const ignoredParameters = [
  'Action',
  'Version',
  'Capabilities',
  'RoleARN',
  'ClientRequestToken',
  'ClientToken',
];
const deployParameters = [
  ...ignoredParameters,
  'StackName',
  'TemplateURL',
  'TemplateBody',
  'Tags',
  'Parameters',
  'DisableRollback',
  'DeploymentConfig',
  'EnableTerminationProtection',
];
const deleteParameters = [...ignoredParameters, 'StackName', 'DeploymentConfig'];

function readStackInput(input: URLSearchParams, bucket: Bucket): StackInput {
  refuseUnknown(input, deployParameters);
  requireValue(input, 'DisableRollback', 'false');
  requireValue(input, 'EnableTerminationProtection', 'false');
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

function refuseUnknown(input: URLSearchParams, supported: readonly string[]): void {
  requireValue(input, 'DeploymentConfig.Mode', 'STANDARD');
  for (const name of input.keys())
    if (!supported.includes(name.split('.')[0] ?? ''))
      failWith(
        'ValidationError',
        `The local CloudFormation does not support ${name} in this operation.`,
      );
}

/** Amplify's templates have one parameter: the version of the bootstrap stack, which this account has. */
function refuseParameters(input: URLSearchParams): void {
  for (let n = 1; input.has(`Parameters.member.${n}.ParameterKey`); n += 1) {
    const name = input.get(`Parameters.member.${n}.ParameterKey`) ?? '';
    if (name !== 'BootstrapVersion')
      failWith(
        'ValidationError',
        `The local CloudFormation does not support the parameter ${name}.`,
      );
  }
}

function requireValue(input: URLSearchParams, name: string, value: string): void {
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

function isNotDeleted({ deletedAt }: StackRecord): boolean {
  return deletedAt === undefined;
}
