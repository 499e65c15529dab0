import { generateClientConfig } from '@aws-amplify/client-config';
import type { Backend } from './resolve-backend.ts';

type Addresses = {
  readonly apiUrl: string;
  readonly cognitoUrl: string;
  readonly awsUrl: string;
  /** Absent if there are no buckets. */
  readonly s3Url?: string;
};

type Outputs = Backend['outputs'];

/**
 * A stack's outputs with local addresses: the API's replaces the one in AWS, and the custom outputs get the
 * endpoints of the local Cognito, S3 and AWS, for which AWS has no outputs.
 */
export function localOutputs(
  outputs: Outputs,
  { apiUrl, cognitoUrl, awsUrl, s3Url }: Addresses,
): Outputs {
  const endpoints = {
    userPoolEndpoint: cognitoUrl,
    awsEndpoint: awsUrl,
    ...(s3Url !== undefined && { storageEndpoint: s3Url }),
  };
  return Object.fromEntries(
    Object.entries({ customOutputs: '{}', ...outputs }).map(([name, value]) => {
      const local = value.replace(/https:\/\/\w+\.execute-api\.[\w.-]+\/\w+\//g, apiUrl);
      return [name, name === 'customOutputs' ? withCustom(local, endpoints) : local];
    }),
  );
}

function withCustom(published: string, more: object): string {
  const { custom, ...rest } = JSON.parse(published) as { custom?: object };
  return JSON.stringify({ ...rest, custom: { ...custom, ...more } });
}

/**
 * The content of `amplify_outputs.json`, from Amplify's own generator. It asks CloudFormation for a stack's
 * outputs and gets ours. The identity pool is left out: none runs here, and with one Amplify would call AWS.
 */
export async function amplifyOutputs({
  outputs,
  rootTemplate,
}: Pick<Backend, 'outputs' | 'rootTemplate'>): Promise<object> {
  const stackOutputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({
    OutputKey,
    OutputValue,
  }));
  const responses: Record<string, object> = {
    GetTemplateSummaryCommand: { Metadata: JSON.stringify(rootTemplate.Metadata) },
    DescribeStacksCommand: { Stacks: [{ StackStatus: 'UPDATE_COMPLETE', Outputs: stackOutputs }] },
  };
  const cloudFormation = {
    send: async (command: object) => responses[command.constructor.name],
  };
  const clients = clientsOf(cloudFormation);
  const { auth, ...others } = await generateClientConfig({ stackName: 'local' }, '1.5', clients);
  if (!auth) return others;
  const { identity_pool_id: _, unauthenticated_identities_enabled: __, ...userPool } = auth;
  return { auth: userPool, ...others };
}

/** The generator's type requires whole SDK clients, of which it calls one method. */
function clientsOf(cloudFormation: object) {
  return {
    getS3Client: () => ({}),
    getAmplifyClient: () => ({}),
    getCloudFormationClient: () => cloudFormation,
  } as unknown as Parameters<typeof generateClientConfig>[2];
}
