import { expect, test } from 'vitest';
import { backend, deployments, StackName } from '../../testing/test-stack.ts';

test('a missing or invalid template is refused before anything starts', async () => {
  const it = await deployments();
  const create = (input: object) => it.cloudFormation.createStack({ StackName, ...input });
  await expect(create({ TemplateURL: 'https://elsewhere.example/a.json' })).rejects.toThrow(
    /no template in the local S3/,
  );
  await expect(create({ TemplateBody: 'Resources: {}' })).rejects.toThrow(/in JSON/);
  await expect(it.described()).rejects.toThrow(/does not exist/);
});

test('an EXPRESS deployment is refused, as it would not roll back', async () => {
  const it = await deployments();
  const express = { DeploymentConfig: { Mode: 'EXPRESS' as const } };
  await expect(it.create(backend(), express)).rejects.toThrow(/STANDARD, not EXPRESS/);
});

test('an unsupported operation or parameter is refused by name', async () => {
  const it = await deployments();
  await expect(it.create(backend(), { TimeoutInMinutes: 1 })).rejects.toThrow(/TimeoutInMinutes/);
  await expect(it.create(backend(), { DisableRollback: true })).rejects.toThrow(/DisableRollback/);
  const Parameters = [{ ParameterKey: 'Colour', ParameterValue: 'red' }];
  await expect(it.create(backend(), { Parameters })).rejects.toThrow(/Colour/);
  await expect(it.cloudFormation.detectStackDrift({ StackName })).rejects.toThrow(
    /DetectStackDrift/,
  );
});

test('only one stack can exist at a time', async () => {
  const it = await deployments();
  await it.create(backend());
  await expect(it.create(backend())).rejects.toThrow(/already exists/);
  await expect(it.create(backend(), { StackName: 'another' })).rejects.toThrow(/delete that first/);
});

test('an update without changes is refused, as by AWS', async () => {
  const it = await deployments();
  const TemplateURL = await it.upload(backend());
  await it.cloudFormation.createStack({ StackName, TemplateURL });
  await it.settled(StackName);
  await expect(it.cloudFormation.updateStack({ StackName, TemplateURL })).rejects.toThrow(
    'No updates are to be performed.',
  );
});

test('a missing nested template fails the deployment', async () => {
  const it = await deployments();
  const lost = { TemplateURL: 'https://s3/lost.json' };
  await it.create(backend({ lost: { Type: 'AWS::CloudFormation::Stack', Properties: lost } }));
  const { StackEvents = [] } = await it.cloudFormation.describeStackEvents({ StackName });
  expect(StackEvents).toContainEqual(
    expect.objectContaining({
      ResourceStatus: 'ROLLBACK_IN_PROGRESS',
      ResourceStatusReason: expect.stringContaining('lost'),
    }),
  );
});
