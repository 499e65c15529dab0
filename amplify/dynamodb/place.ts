import { own } from '#core/own.ts';
import type { Credentials } from './signer.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where DynamoDB is. The variables are those the SDK and the CLI know. */
export function endpointIn(environment: Environment): URL {
  refuseOthers(environment);
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

/** Endpoints that nobody has asked for yet: to be sent to another one in silence would be worse than none. */
function refuseOthers(environment: Environment): void {
  const off = { AWS_USE_FIPS_ENDPOINT: /^(false)?$/i, AWS_USE_DUALSTACK_ENDPOINT: /^(false)?$/i };
  const ours = { ...off, AWS_ACCOUNT_ID_ENDPOINT_MODE: /^(?!required$)/i };
  const asked = Object.entries(ours)
    .filter(([name, fits]) => !fits.test(own(environment, name) ?? ''))
    .map(([name]) => name);
  if (asked.length === 0) return;
  throw new Error(
    `${asked.join(' and ')} asks for an endpoint of DynamoDB that amplify/dynamodb/place.ts does not know. ` +
      'Take it out of the function’s environment, or name the endpoint there.',
  );
}

/** Of the partitions that Amplify can deploy to, and their sovereign sisters. */
function domain(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn';
  return region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com';
}
