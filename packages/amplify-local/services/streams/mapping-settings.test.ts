import { expect, test } from 'vitest';
import { mappingSettingsFrom } from './mapping-settings.ts';

const mapping = (properties: object = {}) => ({
  path: 'mail/NewEntries',
  type: 'AWS::Lambda::EventSourceMapping',
  id: 'mapping-id',
  properties: {
    FunctionName: 'mail',
    EventSourceArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Entries/stream/2026',
    StartingPosition: 'LATEST',
    ...properties,
  },
});

test('absent settings have Lambda’s defaults', () => {
  expect(mappingSettingsFrom(mapping())).toMatchObject({
    tableName: 'Entries',
    functionName: 'mail',
    startAt: 'LATEST',
    onFailure: undefined,
    batch: { size: 100, bisects: false, reportsFailures: false, retries: -1, maxAge: -1 },
  });
});

function filtering(...patterns: string[]) {
  const Filters = patterns.map((Pattern) => ({ Pattern }));
  return mappingSettingsFrom(mapping({ FilterCriteria: { Filters } }));
}

test('without filters every record matches; of several filters one must match', () => {
  expect(filtering().isWanted({ a: 'x' })).toBe(true);
  expect(filtering('{"a":["y"]}', '{"a":["x"]}').isWanted({ a: 'x' })).toBe(true);
  expect(filtering('{"a":["y"]}').isWanted({ a: 'x' })).toBe(false);
});

test.each([
  [{ Enabled: false }, 'Enabled'],
  [{ ParallelizationFactor: 2 }, 'ParallelizationFactor'],
  [{ StartingPosition: 'AT_TIMESTAMP' }, 'StartingPosition'],
  [{ TumblingWindowInSeconds: 5 }, 'TumblingWindowInSeconds'],
  [{ EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:queue' }, 'EventSourceArn'],
])('an unsupported setting is refused by name: %j', (properties, name) => {
  expect(() => mappingSettingsFrom(mapping(properties))).toThrow(
    `mail/NewEntries (AWS::Lambda::EventSourceMapping): ${name}`,
  );
});
