import { expect, test } from 'vitest';
import { findParityException } from './parity-exceptions.ts';
import { pathsIn, watchReads } from '../packages/amplify-local/template/watch-reads.ts';

const table = {
  path: 'entries/Entries3C9817F4',
  type: 'AWS::DynamoDB::Table',
  id: 'entries',
  properties: { KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }], SomethingNew: 1 },
};

test('a property that is not in the table has no exception', () => {
  expect(findParityException(table, 'SomethingNew')).toBeUndefined();
  expect(findParityException(table, 'TagsOfAnotherKind')).toBeUndefined();
  expect(findParityException(table, 'Tags[].Key')).toHaveProperty('ignored');
});

test('reading a property is reported, listing property names is not', () => {
  const read: string[] = [];
  const { properties } = watchReads(table, (path) => read.push(path));
  expect(Object.keys(properties)).toHaveLength(2);
  expect(read).toEqual([]);
  expect((properties['KeySchema'] as object[])[1]).toEqual({ AttributeName: 'sk' });
  expect(new Set(read)).toEqual(new Set(['KeySchema[].AttributeName']));
  expect(new Set(pathsIn(table.properties))).toEqual(
    new Set(['KeySchema[].AttributeName', 'SomethingNew']),
  );
});
