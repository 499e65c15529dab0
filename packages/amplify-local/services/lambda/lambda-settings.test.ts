import { expect, test } from 'vitest';
import { lambdaSettingsFrom } from './lambda-settings.ts';

function resource(properties: object = {}) {
  return {
    path: 'api/Api',
    type: 'AWS::Lambda::Function',
    id: 'api-lambda',
    properties: { Runtime: 'nodejs24.x', Handler: 'index.handler', ...properties },
  };
}

test('settings come from the template, with the local cloud’s variables added', () => {
  const declared = resource({
    Environment: { Variables: { TABLE_NAME: 'Entries' } },
    Timeout: 10,
    MemorySize: 512,
    Architectures: ['arm64'],
  });
  expect(lambdaSettingsFrom(declared, '/bundle', { AWS_ACCESS_KEY_ID: 'ASIALOCAL' })).toEqual({
    name: 'api-lambda',
    bundleFolder: '/bundle',
    handler: 'index.handler',
    environment: { TABLE_NAME: 'Entries', AWS_ACCESS_KEY_ID: 'ASIALOCAL' },
    timeoutSeconds: 10,
    memoryMegabytes: 512,
    runtime: 'nodejs24.x',
  });
});

test('the default timeout is three seconds and the default memory 128 MB', () => {
  const settings = lambdaSettingsFrom(resource(), '/bundle', {});
  expect(settings).toMatchObject({ timeoutSeconds: 3, memoryMegabytes: 128, environment: {} });
});

test.each([
  [{ Layers: ['arn'] }, 'Layers'],
  [{ VpcConfig: {} }, 'VpcConfig'],
  [{ PackageType: 'Image' }, 'PackageType'],
  [{ Runtime: 'python3.13' }, 'Runtime'],
  [{ Handler: undefined }, 'Handler is missing'],
  [
    { Environment: { Variables: { TABLE_NAME: 7 } } },
    'Environment.Variables.TABLE_NAME is not text',
  ],
])('an unsupported setting is refused by name: %j', (properties, name) => {
  expect(() => lambdaSettingsFrom(resource(properties), '/bundle', {})).toThrow(
    new RegExp(`api/Api \\(AWS::Lambda::Function\\): ${name}`),
  );
});
