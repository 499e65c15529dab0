import { expect, test } from 'vitest';
import { requiredActions } from './required-actions.ts';

const table = (name: string): string => `arn:aws:dynamodb:us-east-1:000000000000:table/${name}`;

/** In short form: `PutItem on table/T`. */
function wanted(operation: string, body: object): string[] {
  return requiredActions(`DynamoDB_20120810.${operation}`, body).map(
    ({ action, resourceArn }) =>
      `${action.replace('dynamodb:', '')} on ${resourceArn.replace(table(''), 'table/')}`,
  );
}

test.each([
  ['PutItem', { TableName: 'T' }, ['PutItem on table/T']],
  ['GetItem', { TableName: table('T') }, ['GetItem on table/T']],
  ['DescribeTable', { TableName: 'T' }, ['DescribeTable on table/T']],
  ['Query', { TableName: 'T' }, ['Query on table/T']],
  ['Query', { TableName: 'T', IndexName: 'I' }, ['Query on table/T/index/I']],
  ['Scan', { TableName: table('T'), IndexName: 'I' }, ['Scan on table/T/index/I']],
  ['ListTables', {}, ['ListTables on *']],
  ['TagResource', { ResourceArn: table('T') }, ['TagResource on table/T']],
  [
    'BatchGetItem',
    { RequestItems: { T: {}, U: {} } },
    ['BatchGetItem on table/T', 'BatchGetItem on table/U'],
  ],
  ['BatchWriteItem', { RequestItems: { [table('T')]: [] } }, ['BatchWriteItem on table/T']],
  [
    'TransactWriteItems',
    {
      TransactItems: [
        { Put: { TableName: 'T' } },
        { Update: { TableName: 'T' } },
        { Delete: { TableName: 'U' } },
        { ConditionCheck: { TableName: table('U') } },
      ],
    },
    [
      'PutItem on table/T',
      'UpdateItem on table/T',
      'DeleteItem on table/U',
      'ConditionCheckItem on table/U',
    ],
  ],
  ['TransactGetItems', { TransactItems: [{ Get: { TableName: 'T' } }] }, ['GetItem on table/T']],
  ['ExecuteStatement', { Statement: 'SELECT * FROM T' }, ['PartiQLSelect on table/T']],
  [
    'ExecuteStatement',
    { Statement: `select a, b\n from "T-1"."by.Form" where a = ?` },
    ['PartiQLSelect on table/T-1/index/by.Form'],
  ],
  [
    'BatchExecuteStatement',
    {
      Statements: [
        { Statement: `INSERT INTO "T" VALUE {'pk': ?}` },
        { Statement: 'UPDATE T SET a = 1' },
      ],
    },
    ['PartiQLInsert on table/T', 'PartiQLUpdate on table/T'],
  ],
  [
    'ExecuteTransaction',
    { TransactStatements: [{ Statement: 'DELETE FROM "T" WHERE pk = ?' }] },
    ['PartiQLDelete on table/T'],
  ],
])('%s of %j requires %j', (operation, body, actions) => {
  expect(wanted(operation, body)).toEqual(actions);
});

test('an unknown operation, or one of another service, is refused by name', () => {
  expect(() => requiredActions('DynamoDBStreams_20120810.GetRecords', {})).toThrow(
    'DynamoDBStreams_20120810.GetRecords',
  );
  expect(() => wanted('RestoreEverything', {})).toThrow('RestoreEverything');
});

test('an unsupported statement is refused without quoting it', () => {
  expect(() => wanted('ExecuteStatement', { Statement: `EXISTS(SELECT 'secret')` })).toThrow(
    /^A PartiQL statement is not supported locally\.$/,
  );
});
