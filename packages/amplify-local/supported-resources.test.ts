import { expect, test } from 'vitest';
import { services } from './services.ts';
import { refuseUnsupported, serviceOf } from './supported-resources.ts';

const resource = (path: string, type: string) => ({ path, type, id: path, properties: {} });

test('every resource type is run by one service', { tags: 'resource-type-run-once' }, () => {
  const types = services.flatMap((service) => Object.keys(service.resources));
  expect(new Set(types).size).toBe(types.length);
  for (const service of services)
    for (const type of Object.keys(service.resources)) expect(serviceOf(type)).toBe(service.name);
});

test('some resource types are accepted though nothing runs for them', () => {
  expect(serviceOf('AWS::Logs::LogGroup')).toBe('nothing');
  refuseUnsupported([resource('api/Logs', 'AWS::Logs::LogGroup')]);
});

test('unsupported resources are refused by type and path', () => {
  expect(() =>
    refuseUnsupported([
      resource('api/Topic', 'AWS::SNS::Topic'),
      resource('entries/Entries', 'AWS::DynamoDB::Table'),
      resource('odd', 'constructor'),
    ]),
  ).toThrow(/:\n {2}AWS::SNS::Topic \(api\/Topic\)\n {2}constructor \(odd\)\n/);
});
