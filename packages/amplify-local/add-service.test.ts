import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SSM } from '@aws-sdk/client-ssm';
import { expect, onTestFinished, test } from 'vitest';
import { startBackend } from './start-backend.ts';
import { services } from './services.ts';
import { assemblyFolder } from './testing/assembly-folder.ts';
import { parameters } from './testing/parameters-service.ts';
import { backend } from './testing/test-stack.ts';

const ports = { api: 0, cognito: 0, inbox: 0, aws: 0, s3: 0 };

function temporaryState(): string {
  const state = mkdtempSync(join(tmpdir(), 'amplify-local-'));
  onTestFinished(() => rmSync(state, { recursive: true, force: true }));
  return state;
}

/** A synthesized backend with a parameter, which its outputs refer to. */
function withGreeting(value: string): string {
  const Properties = { Type: 'String', Value: value };
  const { root } = backend({ Greeting: { Type: 'AWS::SSM::Parameter', Properties } });
  const Outputs = {
    ...root.Outputs,
    name: { Value: { Ref: 'Greeting' } },
    value: { Value: { 'Fn::GetAtt': ['Greeting', 'Value'] } },
  };
  return assemblyFolder({ ...root, Outputs });
}

test('a new resource type needs one service, and its line in the list', async () => {
  const cloud = await startBackend({
    assembly: withGreeting('hello'),
    state: temporaryState(),
    ports,
    services: [...services, parameters],
    log: () => {},
  });
  onTestFinished(() => cloud.close());
  const ssm = new SSM({
    endpoint: cloud.awsUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { name: Name, value } = cloud.stackOutputs();
  expect(value).toBe('hello');
  expect(await ssm.getParameter({ Name })).toMatchObject({ Parameter: { Name, Value: 'hello' } });

  await cloud.update(withGreeting('good evening'));
  expect(cloud.stackOutputs()).toMatchObject({ name: Name, value: 'good evening' });
  expect(await ssm.getParameter({ Name })).toMatchObject({ Parameter: { Value: 'good evening' } });
  await expect(ssm.getParameter({ Name: 'other' })).rejects.toThrow('other');
});

test('without the line, the same template is refused by type', async () => {
  const start = startBackend({
    assembly: withGreeting('hello'),
    state: temporaryState(),
    ports,
    log: () => {},
  });
  await expect(start).rejects.toThrow('AWS::SSM::Parameter');
});
