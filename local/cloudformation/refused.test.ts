import { expect, test } from 'vitest';
import { backend, deployments, StackName } from './test-stack.ts';

test('a template that is not there, or none at all, is refused before anything is begun', async () => {
  const it = await deployments();
  const create = (input: object) => it.cloudFormation.createStack({ StackName, ...input });
  await expect(create({ TemplateURL: 'https://elsewhere.example/a.json' })).rejects.toThrow(
    /no template in the local S3/,
  );
  await expect(create({ TemplateBody: 'Resources: {}' })).rejects.toThrow(/in JSON/);
  await expect(it.described()).rejects.toThrow(/does not exist/);
});

test('an EXPRESS deployment, which would not roll back, is refused', async () => {
  const it = await deployments();
  const express = { DeploymentConfig: { Mode: 'EXPRESS' as const } };
  await expect(it.create(backend(), express)).rejects.toThrow(/STANDARD, not EXPRESS/);
});

test('what CloudFormation knows and this does not is refused by name', async () => {
  const it = await deployments();
  await expect(it.create(backend(), { TimeoutInMinutes: 1 })).rejects.toThrow(/TimeoutInMinutes/);
  await expect(it.create(backend(), { DisableRollback: true })).rejects.toThrow(/DisableRollback/);
  const Parameters = [{ ParameterKey: 'Colour', ParameterValue: 'red' }];
  await expect(it.create(backend(), { Parameters })).rejects.toThrow(/Colour/);
  await expect(it.cloudFormation.detectStackDrift({ StackName })).rejects.toThrow(
    /DetectStackDrift/,
  );
});

test('one stack runs at a time, under one name', async () => {
  const it = await deployments();
  await it.create(backend());
  await expect(it.create(backend())).rejects.toThrow(/already exists/);
  await expect(it.create(backend(), { StackName: 'another' })).rejects.toThrow(/delete that first/);
});

test('an update without a change is told that there is none', async () => {
  const it = await deployments();
  const TemplateURL = await it.upload(backend());
  await it.cloudFormation.createStack({ StackName, TemplateURL });
  await it.settled(StackName);
  await expect(it.cloudFormation.updateStack({ StackName, TemplateURL })).rejects.toThrow(
    'No updates are to be performed.',
  );
});

test('what was uploaded has to be whole: a nested template that is missing fails the deployment', async () => {
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
