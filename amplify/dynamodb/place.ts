import type { Credentials } from './signer.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where DynamoDB is. The variables are those the SDK and the CLI know. */
export function endpointIn(environment: Environment): URL {
  const { AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL } = environment;
  const region = regionIn(environment);
  return new URL(
    AWS_ENDPOINT_URL_DYNAMODB || AWS_ENDPOINT_URL || `https://dynamodb.${region}.${domain(region)}`,
  );
}

export function regionIn({ AWS_REGION = '' }: Environment): string {
  return AWS_REGION;
}

/** Lambda puts its role's credentials here, and gives a new sandbox new ones before they expire. */
export function credentialsIn(environment: Environment): Credentials {
  return {
    accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    sessionToken: environment['AWS_SESSION_TOKEN'],
  };
}

/** Of the partitions that Amplify can deploy to, and their sovereign sisters. */
function domain(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn';
  return region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com';
}
