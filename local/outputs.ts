import { generateClientConfig } from '@aws-amplify/client-config';
import type { Backend } from './template/resolve.ts';

type Addresses = { readonly apiUrl: string; readonly cognitoUrl: string; readonly awsUrl: string };

type Outputs = Backend['outputs'];

/**
 * A stack's outputs, true for this machine: in the place of AWS's address of the API stands the local one,
 * and what `addOutput` published says where a local Cognito and a local AWS are, for which AWS has no word.
 */
export function localOutputs(outputs: Outputs, { apiUrl, cognitoUrl, awsUrl }: Addresses): Outputs {
  const here = { userPoolEndpoint: cognitoUrl, awsEndpoint: awsUrl };
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => {
      const local = value.replace(/https:\/\/\w+\.execute-api\.[\w.-]+\/\w+\//g, apiUrl);
      return [name, name === 'customOutputs' ? withCustom(local, here) : local];
    }),
  );
}

function withCustom(published: string, more: object): string {
  const { custom, ...rest } = JSON.parse(published) as { custom?: object };
  return JSON.stringify({ ...rest, custom: { ...custom, ...more } });
}

/**
 * `amplify_outputs.json`, from Amplify's own generator: it asks CloudFormation for a stack's outputs,
 * and is told ours.
 */
export async function amplifyOutputs({
  outputs,
  rootTemplate,
}: Pick<Backend, 'outputs' | 'rootTemplate'>): Promise<object> {
  const told = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({
    OutputKey,
    OutputValue,
  }));
  const answers: Record<string, object> = {
    GetTemplateSummaryCommand: { Metadata: JSON.stringify(rootTemplate.Metadata) },
    DescribeStacksCommand: { Stacks: [{ StackStatus: 'UPDATE_COMPLETE', Outputs: told }] },
  };
  const cloudFormation = {
    send: async (command: object) => answers[command.constructor.name],
  };
  return generateClientConfig({ stackName: 'local' }, '1.5', clientsOf(cloudFormation));
}

/** The generator's own type wants whole SDK clients, of which it calls one method. */
function clientsOf(cloudFormation: object) {
  return {
    getS3Client: () => ({}),
    getAmplifyClient: () => ({}),
    getCloudFormationClient: () => cloudFormation,
  } as unknown as Parameters<typeof generateClientConfig>[2];
}
