import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { awsCredentials, dynamoEndpoint } from './lambda-environment.ts';

test.each([
  'us-east-1',
  'eu-central-1',
  'ap-southeast-4',
  'us-gov-west-1',
  'cn-north-1',
  'cn-northwest-1',
  'eusc-de-east-1',
])('in %s DynamoDB has the address that the AWS SDK uses', (region) => {
  const { config } = new DynamoDBClient({ region });
  const { url } = config.endpointProvider({ Region: region, UseFIPS: false, UseDualStack: false });
  expect(dynamoEndpoint({ AWS_REGION: region }).href).toBe(url.href);
});

test('the SDK’s variables select another endpoint, the one for DynamoDB first', () => {
  const everything = { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: 'http://127.0.0.1:1/' };
  expect(dynamoEndpoint(everything).port).toBe('1');
  const more = { ...everything, AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:2' };
  expect(dynamoEndpoint(more).port).toBe('2');
});

test.each([
  { AWS_USE_FIPS_ENDPOINT: 'true' },
  { AWS_USE_FIPS_ENDPOINT: 'yes' },
  { AWS_USE_DUALSTACK_ENDPOINT: 'TRUE' },
  { AWS_ACCOUNT_ID_ENDPOINT_MODE: 'required' },
  { AWS_USE_DUALSTACK_ENDPOINT: 'true', AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
])('an unsupported endpoint is rejected, with the variable that requests it: %j', (environment) => {
  const [name = ''] = Object.keys(environment);
  expect(() => dynamoEndpoint({ AWS_REGION: 'us-east-1', ...environment })).toThrow(name);
});

test('settings that request no other endpoint are accepted', () => {
  const environment = {
    AWS_REGION: 'us-east-1',
    AWS_USE_FIPS_ENDPOINT: 'false',
    AWS_USE_DUALSTACK_ENDPOINT: '',
    AWS_ACCOUNT_ID_ENDPOINT_MODE: 'preferred',
  };
  expect(dynamoEndpoint(environment).hostname).toBe('dynamodb.us-east-1.amazonaws.com');
});

test('credentials are read from Lambda’s environment', () => {
  expect(
    awsCredentials({
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_SESSION_TOKEN: 'c',
    }),
  ).toEqual({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' });
});
