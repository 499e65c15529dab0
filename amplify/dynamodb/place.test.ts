import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { credentialsIn, endpointIn } from './place.ts';

test.each([
  'us-east-1',
  'eu-central-1',
  'ap-southeast-4',
  'us-gov-west-1',
  'cn-north-1',
  'cn-northwest-1',
  'eusc-de-east-1',
])('in %s DynamoDB is where the AWS SDK finds it', (region) => {
  const { config } = new DynamoDBClient({ region });
  const { url } = config.endpointProvider({ Region: region, UseFIPS: false, UseDualStack: false });
  expect(endpointIn({ AWS_REGION: region }).href).toBe(url.href);
});

test('a variable of the SDK’s own names another place, that of DynamoDB first', () => {
  const everything = { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: 'http://127.0.0.1:1/' };
  expect(endpointIn(everything).port).toBe('1');
  const more = { ...everything, AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:2' };
  expect(endpointIn(more).port).toBe('2');
});

test.each([
  { AWS_USE_FIPS_ENDPOINT: 'true' },
  { AWS_USE_FIPS_ENDPOINT: 'yes' },
  { AWS_USE_DUALSTACK_ENDPOINT: 'TRUE' },
  { AWS_ACCOUNT_ID_ENDPOINT_MODE: 'required' },
  { AWS_USE_DUALSTACK_ENDPOINT: 'true', AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
])('an endpoint that is not known is refused by the variable that asks for it: %j', (asked) => {
  const [name = ''] = Object.keys(asked);
  expect(() => endpointIn({ AWS_REGION: 'us-east-1', ...asked })).toThrow(name);
});

test('what asks for nothing else is not refused', () => {
  const environment = {
    AWS_REGION: 'us-east-1',
    AWS_USE_FIPS_ENDPOINT: 'false',
    AWS_USE_DUALSTACK_ENDPOINT: '',
    AWS_ACCOUNT_ID_ENDPOINT_MODE: 'preferred',
  };
  expect(endpointIn(environment).hostname).toBe('dynamodb.us-east-1.amazonaws.com');
});

test('credentials are those that Lambda puts into the environment', () => {
  expect(
    credentialsIn({
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_SESSION_TOKEN: 'c',
    }),
  ).toEqual({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' });
});
