import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Resource } from '../../template/resource.ts';
import type { ServiceContext } from '../../template/service.ts';
import { eventBridge } from './service.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-05-01T03:10:00Z') }));
afterEach(() => vi.useRealTimers());

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:nightly';

/** A backend with a rule that calls the function `nightly`, and the permission to do so. */
function withRule(properties: object = {}, permission: object = {}): readonly Resource[] {
  const rule = {
    ScheduleExpression: 'rate(5 minutes)',
    State: 'ENABLED',
    Targets: [{ Arn: functionArn, Id: 'Target0', Input: '{"due":true}' }],
    ...properties,
  };
  const permitted = {
    Action: 'lambda:InvokeFunction',
    FunctionName: functionArn,
    Principal: 'events.amazonaws.com',
    SourceArn: 'arn:aws:events:us-east-1:000000000000:rule/Rule',
    ...permission,
  };
  return [
    { path: 'a/Rule', type: 'AWS::Events::Rule', id: 'Rule', properties: rule },
    { path: 'a/May', type: 'AWS::Lambda::Permission', id: 'May', properties: permitted },
  ];
}

async function start(resources: readonly Resource[]) {
  const inputs: unknown[] = [];
  const invoke = async (input: unknown) => {
    inputs.push(input);
    return { ok: true, payload: null } as const;
  };
  const functionNamed = (name: string) => (name === 'nightly' ? { invoke } : undefined);
  const context = { backend: { resources }, log: () => {}, use: () => ({ functionNamed }) };
  const service = await eventBridge.start(context as unknown as ServiceContext);
  return { inputs, service };
}

test('a rule calls its function with its input, as often as it says', async () => {
  const { inputs, service } = await start(withRule());
  await vi.advanceTimersByTimeAsync(11 * 60_000);
  expect(inputs).toEqual([{ due: true }, { due: true }]);
  await service.close?.();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(inputs).toHaveLength(2);
});

test('a rule at a time of day runs then, and one that is switched off never', async () => {
  const { inputs, service } = await start(withRule({ ScheduleExpression: 'cron(17 3 * * ? *)' }));
  await vi.advanceTimersByTimeAsync(2 * 24 * 60 * 60_000);
  expect(inputs).toHaveLength(2);
  await service.update?.({ resources: withRule({ State: 'DISABLED' }) } as never);
  await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
  expect(inputs).toHaveLength(2);
  await service.close?.();
});

test('a rule that may not call its function is refused, since in AWS nothing would happen', () => {
  for (const permission of [
    { Principal: 's3.amazonaws.com' },
    { SourceArn: 'arn:aws:events:us-east-1:000000000000:rule/Other' },
    { FunctionName: 'other' },
  ])
    expect(() => eventBridge.check?.(withRule({}, permission))).toThrow(
      'a/Rule may not call nightly: there is no AWS::Lambda::Permission for events.amazonaws.com.',
    );
});

test('a rule for events of other services is refused by name', () => {
  for (const EventPattern of [{}, { source: ['aws.s3'] }, { source: ['aws.guardduty', 'aws.s3'] }])
    expect(() => eventBridge.check?.(withRule({ EventPattern }))).toThrow('EventPattern');
});

test('a rule for events of a service that exists only in AWS is accepted, and never runs', async () => {
  const { inputs, service } = await start(
    withRule({ ScheduleExpression: undefined, EventPattern: { source: ['aws.guardduty'] } }),
  );
  await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
  expect(inputs).toEqual([]);
  await service.close?.();
  const forbidden = withRule(
    { ScheduleExpression: undefined, EventPattern: { source: ['aws.guardduty'] } },
    { Principal: 's3.amazonaws.com' },
  );
  expect(() => eventBridge.check?.(forbidden)).toThrow('a/Rule may not call nightly');
});
