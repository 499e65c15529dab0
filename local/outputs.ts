import { generateClientConfig } from '@aws-amplify/client-config';
import type { Backend } from './template/resolve.ts';

type Addresses = { readonly apiUrl: string; readonly cognitoUrl: string; readonly awsUrl: string };

/**
 * `amplify_outputs.json`, from Amplify's own generator: it asks CloudFormation for a stack's outputs,
 * and is told ours. What it cannot say is where a local Cognito and a local AWS are, hence `custom`.
 */
export async function amplifyOutputs(
  { outputs, rootTemplate }: Pick<Backend, 'outputs' | 'rootTemplate'>,
  { apiUrl, cognitoUrl, awsUrl }: Addresses,
): Promise<object> {
  const local = Object.entries(outputs).map(([OutputKey, value]) => ({
    OutputKey,
    OutputValue: value.replace(/https:\/\/\w+\.execute-api\.[\w.-]+\/\w+\//g, apiUrl),
  }));
  const answers: Record<string, object> = {
    GetTemplateSummaryCommand: { Metadata: JSON.stringify(rootTemplate.Metadata) },
    DescribeStacksCommand: { Stacks: [{ StackStatus: 'UPDATE_COMPLETE', Outputs: local }] },
  };
  const cloudFormation = {
    send: async (command: object) => answers[command.constructor.name],
  };
  const config = await generateClientConfig(
    { stackName: 'local' },
    '1.5',
    clientsOf(cloudFormation),
  );
  return {
    ...config,
    custom: { ...config.custom, userPoolEndpoint: cognitoUrl, awsEndpoint: awsUrl },
  };
}

/** The generator's own type wants whole SDK clients, of which it calls one method. */
function clientsOf(cloudFormation: object) {
  return {
    getS3Client: () => ({}),
    getAmplifyClient: () => ({}),
    getCloudFormationClient: () => cloudFormation,
  } as unknown as Parameters<typeof generateClientConfig>[2];
}
