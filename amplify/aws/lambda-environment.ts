import { getOwn } from '#core/values/own-property.ts';
import type { Credentials } from './sigv4-signer.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** DynamoDB's address, from the same variables that the SDK and the CLI use. */
export function dynamoEndpoint(environment: Environment): URL {
  refuseUnsupportedEndpoints(environment);
  const { AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL } = environment;
  const region = awsRegion(environment);
  return new URL(
    AWS_ENDPOINT_URL_DYNAMODB || AWS_ENDPOINT_URL || `https://dynamodb.${region}.${domain(region)}`,
  );
}

/** Where a bucket is: its origin, and what comes before the key. As DynamoDB's address, from the same variables. */
export type BucketAddress = { readonly origin: URL; readonly folder: string };

/** With another endpoint, the bucket is in the path: it has no host name of its own. */
export function bucketAddress(environment: Environment, bucket: string): BucketAddress {
  refuseUnsupportedEndpoints(environment);
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = environment;
  const region = awsRegion(environment);
  const own = AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL;
  return own
    ? { origin: new URL(own), folder: `/${bucket}` }
    : { origin: new URL(`https://${bucket}.s3.${region}.${domain(region)}`), folder: '' };
}

export function awsRegion({ AWS_REGION = '' }: Environment): string {
  return AWS_REGION;
}

/** Lambda sets the role's credentials, and replaces the sandbox before they expire. */
export function awsCredentials(environment: Environment): Credentials {
  return {
    accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    sessionToken: environment['AWS_SESSION_TOKEN'],
  };
}

/** Throws for endpoints that nobody has needed yet, rather than silently using a different one. */
function refuseUnsupportedEndpoints(environment: Environment): void {
  const off = { AWS_USE_FIPS_ENDPOINT: /^(false)?$/i, AWS_USE_DUALSTACK_ENDPOINT: /^(false)?$/i };
  const supported = { ...off, AWS_ACCOUNT_ID_ENDPOINT_MODE: /^(?!required$)/i };
  const unsupported = Object.entries(supported)
    .filter(([name, pattern]) => !pattern.test(getOwn(environment, name) ?? ''))
    .map(([name]) => name);
  if (unsupported.length === 0) return;
  throw new Error(
    `${unsupported.join(' and ')} asks for an endpoint that amplify/aws/lambda-environment.ts does not support. ` +
      'Remove it from the function’s environment, or add the endpoint to that file.',
  );
}

/** For the AWS partitions that Amplify can deploy to, and the European sovereign cloud. */
function domain(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn';
  return region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com';
}
