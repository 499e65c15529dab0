import { expect, test } from 'vitest';
import { backend, deployments, StackName, table } from '../../testing/test-stack.ts';

const item = { pk: { S: 'one' } };

test('a stack is created from the uploaded files, with events on the way', async () => {
  const it = await deployments();
  const stack = await it.create(backend(), { Tags: [{ Key: 'created-by', Value: 'me' }] });
  expect(stack).toMatchObject({
    StackStatus: 'CREATE_COMPLETE',
    Tags: [{ Key: 'created-by', Value: 'me' }],
  });
  expect(await it.dynamo.describeTable({ TableName: 'Entries' })).toMatchObject({
    Table: { TableStatus: 'ACTIVE' },
  });
  const events = await it.events();
  expect(events[0]).toBe(`${StackName} CREATE_IN_PROGRESS`);
  expect(events).toContain('Pool CREATE_COMPLETE');
  expect(events.at(-1)).toBe(`${StackName} CREATE_COMPLETE`);
  const { StackResourceSummaries = [] } = await it.cloudFormation.listStackResources({ StackName });
  const nested = StackResourceSummaries.find((one) => one.LogicalResourceId === 'entries0A1B2C3D');
  expect(await it.events(nested?.PhysicalResourceId)).toContain('Entries CREATE_COMPLETE');
});

test('its outputs have local addresses and everything the backend publishes', async () => {
  const it = await deployments();
  const { Outputs = [] } = await it.create(backend());
  const outputs = Object.fromEntries(Outputs.map((one) => [one.OutputKey, one.OutputValue]));
  expect(outputs['url']).toMatch(/^http:\/\/localhost:\d+\/v1\/$/);
  expect(JSON.parse(outputs['customOutputs'] ?? '')).toEqual({
    custom: {
      mine: 1,
      userPoolEndpoint: expect.stringMatching(/^http:\/\/localhost:/),
      awsEndpoint: it.account.url,
    },
  });
});

test('a resource that cannot be created is named in the events, and nothing of the stack remains', async () => {
  const it = await deployments();
  const stack = await it.create(backend({ News: { Type: 'AWS::SNS::Topic' } }));
  expect(stack).toMatchObject({ StackStatus: 'ROLLBACK_COMPLETE' });
  const { StackEvents = [] } = await it.cloudFormation.describeStackEvents({ StackName });
  expect(StackEvents.filter((one) => one.ResourceStatus === 'CREATE_FAILED')).toContainEqual(
    expect.objectContaining({
      LogicalResourceId: 'News',
      ResourceStatusReason: expect.stringContaining('AWS::SNS::Topic (News)'),
    }),
  );
  expect(it.account.running()).toBeUndefined();
  await it.delete();
  expect(await it.create(backend())).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
});

test('a bucket is deployed, keeps its objects in an update, and loses them when it is removed', async () => {
  const it = await deployments();
  const films = { Films: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'films' } } };
  const { Outputs = [] } = await it.create(backend(films));
  const { OutputValue = '' } = Outputs.find((one) => one.OutputKey === 'customOutputs') ?? {};
  expect(JSON.parse(OutputValue)).toMatchObject({
    custom: { storageEndpoint: it.account.running()?.s3.url },
  });
  const object = { Bucket: 'films', Key: 'a' };
  await it.s3.putObject({ ...object, Body: 'a film' });
  const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'more' } };
  await it.update(backend({ ...films, More: queue }));
  expect(await (await it.s3.getObject(object)).Body?.transformToString()).toBe('a film');
  await it.update(backend());
  await expect(it.s3.getObject(object)).rejects.toThrow('no bucket "films"');
  await it.update(backend(films));
  expect((await it.s3.listObjectsV2({ Bucket: 'films' })).KeyCount).toBe(0);
});

test('an unknown property fails its resource', async () => {
  const it = await deployments();
  const properties = { ...table().Properties, Nonsense: 1 };
  await it.create(backend({}, { Entries: { ...table(), Properties: properties } }));
  const { StackResourceSummaries } = await it.cloudFormation.listStackResources({ StackName });
  expect(StackResourceSummaries).toEqual([]);
  const { StackEvents = [] } = await it.cloudFormation.describeStackEvents({ StackName });
  expect(StackEvents.map((one) => one.ResourceStatusReason).join()).toContain('Nonsense');
});

test('an update changes only differing resources and keeps the data', async () => {
  const it = await deployments();
  await it.create(backend());
  await it.dynamo.putItem({ TableName: 'Entries', Item: item });
  const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'more' } };
  const before = (await it.events()).length;
  expect(await it.update(backend({ More: queue }))).toMatchObject({
    StackStatus: 'UPDATE_COMPLETE',
  });
  const events = (await it.events()).slice(before);
  expect(events).toContain('More CREATE_COMPLETE');
  expect(events.join()).not.toContain('Pool');
  expect(await it.dynamo.getItem({ TableName: 'Entries', Key: item })).toMatchObject({
    Item: item,
  });
});

test('a resource removed by an update is gone with its data', async () => {
  const it = await deployments();
  const other = { ...table(), Properties: { ...table().Properties, TableName: 'Other' } };
  await it.create(backend({ Other: other }));
  await it.update(backend());
  expect(await it.events()).toContain('Other DELETE_COMPLETE');
  await expect(it.dynamo.describeTable({ TableName: 'Other' })).rejects.toThrow(
    expect.objectContaining({ name: 'ResourceNotFoundException' }),
  );
});

test('an update that would lose data is rolled back while the old stack keeps running', async () => {
  const it = await deployments();
  await it.create(backend());
  await it.dynamo.putItem({ TableName: 'Entries', Item: item });
  const stack = await it.update(backend({}, { Entries: table('other') }));
  expect(stack).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(await it.events()).toContain('entries0A1B2C3D UPDATE_FAILED');
  expect(await it.dynamo.getItem({ TableName: 'Entries', Key: item })).toMatchObject({
    Item: item,
  });
  expect(await it.update(backend({}, {}))).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
});

test('a deleted stack is gone with its data but can still be described by its id', async () => {
  const it = await deployments();
  await it.create(backend());
  await it.dynamo.putItem({ TableName: 'Entries', Item: item });
  expect(await it.delete()).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
  await expect(it.described()).rejects.toThrow(/does not exist/);
  await expect(it.dynamo.listTables({})).rejects.toThrow(/no dynamodb/);
  await it.create(backend());
  expect((await it.dynamo.scan({ TableName: 'Entries' })).Count).toBe(0);
});

test('a protected resource is not deleted', async () => {
  const it = await deployments();
  const kept = {
    ...table(),
    Properties: { ...table().Properties, DeletionProtectionEnabled: true },
  };
  await it.create(backend({}, { Entries: kept }));
  expect(await it.delete()).toMatchObject({ StackStatus: 'DELETE_FAILED' });
  expect(it.account.running()).toBeDefined();
});
