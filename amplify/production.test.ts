import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  readAssembly,
  type Declaration,
  type Template,
} from '../packages/amplify-local/template/assembly.ts';
import { resolveAssembly, type Backend } from '../packages/amplify-local/resolve-assembly.ts';
import type { Properties } from '../packages/amplify-local/template/resource.ts';
import { synthesize, type Deployment } from '../packages/amplify-local/synthesis/synthesize.ts';
import { synthesizeOnce } from '../tools/testing/synthesize-once.ts';

type Synthesized = { readonly backend: Backend; readonly declared: readonly Declaration[] };

let production: Synthesized;
let preview: Synthesized;

beforeAll(async () => {
  vi.stubEnv('ALARMS_MAIL', 'alarms@example.com');
  production = await synthesized({ type: 'branch', name: 'main' });
  preview = await synthesized({ type: 'branch', name: 'pr-7' });
});

afterAll(() => vi.unstubAllEnvs());

async function synthesized(deployment: Deployment): Promise<Synthesized> {
  const folder = await synthesizeOnce(deployment);
  const templates = readdirSync(folder).filter((it) => it.endsWith('template.json'));
  return {
    backend: resolveAssembly(readAssembly(folder)),
    declared: templates.flatMap((it) =>
      Object.values((JSON.parse(readFileSync(join(folder, it), 'utf8')) as Template).Resources),
    ),
  };
}

function allOf({ backend }: Synthesized, type: string): readonly Properties[] {
  return backend.resources.filter((it) => it.type === type).map((it) => it.properties);
}

/** Each has a log. Amplify and CDK have others. */
const ownFunctions = ['api', 'counts', 'eraser', 'mail', 'open', 'shrinker', 'webhooks'];

/** The deletion policies of the resources that contain people's data. */
function deletionPolicies({ declared }: Synthesized): readonly string[] {
  return declared
    .filter(({ Type }) => /::(Table|UserPool|LogGroup|Bucket)$/.test(Type))
    .map(({ Type, DeletionPolicy }) => `${Type} ${DeletionPolicy}`)
    .toSorted();
}

test('irreplaceable data survives even the deletion of production’s stacks', () => {
  expect(deletionPolicies(production)).toEqual([
    'AWS::Cognito::UserPool Retain',
    'AWS::DynamoDB::Table Retain',
    'AWS::DynamoDB::Table Retain',
    ...ownFunctions.map(() => 'AWS::Logs::LogGroup Retain'),
    'AWS::S3::Bucket Retain',
  ]);
  expect(deletionPolicies(preview).join()).not.toContain('Retain');
});

test('production can be restored to any second of the last 35 days', () => {
  const isRestorable = {
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  };
  expect(allOf(production, 'AWS::DynamoDB::Table')).toMatchObject([isRestorable, isRestorable]);
});

test('production keeps its logs for 90 days, others for 30', { tags: 'log-retention' }, () => {
  expect(allOf(production, 'AWS::Logs::LogGroup')).toMatchObject(
    ownFunctions.map(() => ({ RetentionInDays: 90 })),
  );
  expect(allOf(preview, 'AWS::Logs::LogGroup')).toMatchObject(
    ownFunctions.map(() => ({ RetentionInDays: 30 })),
  );
});

test(
  'every alarm of production notifies the topic when it starts and when it ends',
  { tags: 'alarms-notify' },
  () => {
    const { id: topic } =
      production.backend.resources.find(({ type }) => type === 'AWS::SNS::Topic') ?? {};
    const alarms = allOf(production, 'AWS::CloudWatch::Alarm');
    expect(alarms).toHaveLength(10);
    for (const alarm of alarms)
      expect(alarm).toMatchObject({
        AlarmActions: [topic],
        OKActions: [topic],
        TreatMissingData: 'notBreaching',
      });
  },
);

test.each([
  ['a 5xx', 'AWS/ApiGateway', '5XXError'],
  ['latency', 'AWS/ApiGateway', 'Latency'],
  ['a throttled function', 'AWS/Lambda', 'Throttles'],
  ['late mail', 'AWS/Lambda', 'IteratorAge'],
  ['counting that fails', 'AWS/Lambda', 'Errors'],
  ['mail given up', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible'],
])('%s raises an alarm', { tags: 'each-alarm' }, (_, Namespace, MetricName) => {
  expect(allOf(production, 'AWS::CloudWatch::Alarm')).toContainEqual(
    expect.objectContaining({ Namespace, MetricName }),
  );
});

test(
  'a throttling table raises an alarm, by the sum of all operations',
  { tags: 'throttled-table-alarm' },
  () => {
    const alarms = allOf(production, 'AWS::CloudWatch::Alarm');
    const summed = JSON.stringify(alarms.filter((it) => 'Metrics' in it));
    for (const operation of ['PutItem', 'GetItem', 'BatchGetItem', 'UpdateItem', 'Query'])
      expect(summed).toContain(`{"Name":"Operation","Value":"${operation}"}`);
  },
);

test(
  'CloudWatch may publish to the topic for this account, and nobody without TLS',
  { tags: 'alarms-may-publish' },
  () => {
    expect(allOf(production, 'AWS::SNS::TopicPolicy')).toMatchObject([
      {
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Deny',
              Action: 'sns:Publish',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
            {
              Effect: 'Allow',
              Action: 'sns:Publish',
              Principal: { Service: 'cloudwatch.amazonaws.com' },
              Condition: { StringEquals: { 'aws:SourceAccount': '000000000000' } },
            },
          ],
        },
      },
    ]);
  },
);

test('the topic sends mail to the configured address', { tags: 'alarms-by-mail' }, () => {
  expect(allOf(production, 'AWS::SNS::Subscription')).toMatchObject([
    { Protocol: 'email', Endpoint: 'alarms@example.com' },
  ]);
});

test('production is not deployed while its alarms have no recipient', async () => {
  vi.stubEnv('ALARMS_MAIL', '');
  const folder = join(mkdtempSync(join(tmpdir(), 'formstead-production-')), 'cdk.out');
  expect(await synthesize(folder, { type: 'branch', name: 'main' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('Set ALARMS_MAIL'),
  });
});

test('an API has a different name in every branch, because CloudWatch counts by name', () => {
  const type = 'AWS::ApiGateway::RestApi';
  expect(allOf(production, type)).toMatchObject([{ Name: 'formstead-main' }]);
  expect(allOf(preview, type)).toMatchObject([{ Name: 'formstead-pr-7' }]);
});

/** The backend names that our functions use in metrics. */
function backendNames(it: Synthesized) {
  return allOf(it, 'AWS::Lambda::Function').flatMap(({ Environment }) => {
    const { Variables = {} } = (Environment ?? {}) as { Variables?: Record<string, unknown> };
    return 'BACKEND' in Variables ? [Variables['BACKEND']] : [];
  });
}

test('the metrics of all functions that count something have their backend’s name', () => {
  const counting = ['api', 'mail', 'open'];
  expect(backendNames(production)).toEqual(counting.map(() => 'formstead-main'));
  expect(backendNames(preview)).toEqual(counting.map(() => 'formstead-pr-7'));
});

test('a dashboard shows every alarm and its metric', { tags: 'dashboard-shows-alarms' }, () => {
  const [{ DashboardBody } = expect.fail('no dashboard')] = allOf(
    production,
    'AWS::CloudWatch::Dashboard',
  );
  const { widgets } = JSON.parse(String(DashboardBody)) as {
    widgets: { properties: { title: string; alarms?: string[] } }[];
  };
  expect(widgets[0]?.properties.alarms).toHaveLength(10);
  expect(widgets.map(({ properties }) => properties.title)).toHaveLength(7);
});

test('everything is counted again every night', { tags: 'nightly-recount' }, () => {
  const [{ id } = expect.fail('no function')] = production.backend.resources.filter(
    ({ type, path }) => type === 'AWS::Lambda::Function' && path.startsWith('counts/'),
  );
  expect(allOf(production, 'AWS::Events::Rule')).toMatchObject([
    {
      ScheduleExpression: 'cron(17 3 * * ? *)',
      State: 'ENABLED',
      Targets: [{ Arn: expect.stringContaining(id), Input: '{"recount":true}' }],
    },
  ]);
  const mayCall = allOf(production, 'AWS::Lambda::Permission').filter(
    ({ Principal }) => Principal === 'events.amazonaws.com',
  );
  expect(mayCall).toMatchObject([{ FunctionName: expect.stringContaining(id) }]);
});

test('a preview has none of this, and can be deleted', () => {
  expect(allOf(preview, 'AWS::CloudWatch::Alarm')).toHaveLength(3);
  expect(preview.backend.resources.filter(({ type }) => /SNS|Dashboard|Events/.test(type))).toEqual(
    [],
  );
});
