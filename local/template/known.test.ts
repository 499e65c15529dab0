import { expect, test } from 'vitest';
import { knownOf } from './known.ts';
import { pathsIn, watchReads } from './reads.ts';

const table = {
  path: 'entries/Entries3C9817F4',
  type: 'AWS::DynamoDB::Table',
  id: 'entries',
  properties: { KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }], SomethingNew: 1 },
};

test('a property that nobody has thought of is not known', () => {
  expect(knownOf(table, 'SomethingNew')).toBeUndefined();
  expect(knownOf(table, 'TagsOfAnotherKind')).toBeUndefined();
  expect(knownOf(table, 'Tags[].Key')).toHaveProperty('ignored');
});

test('what is read is told, and what is only counted is not', () => {
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
