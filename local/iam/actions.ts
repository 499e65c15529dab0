import { own } from '../own.ts';
import { partiqlAction } from './partiql.ts';
import { tableArn } from './table-arn.ts';

/** One thing a call wants to do, as IAM names it. */
export type Action = { readonly action: string; readonly resourceArn: string };

/**
 * What a DynamoDB call wants to do. Most want one thing; a batch, one per table; a transaction has
 * no action of its own and wants what each of its entries wants. An unknown call throws by name.
 */
export function actionsOf(target: string, body: unknown): readonly Action[] {
  const [service, operation = ''] = target.split('.');
  if (service !== 'DynamoDB_20120810') throw new Error(`"${target}" is not played locally.`);
  const reading = own(readings, operation) ?? oneTable;
  return reading(body as Input, operation);
}

type Entry = { readonly [kind: string]: { readonly TableName: string } };
type Statement = { readonly Statement: string };
type Input = {
  readonly TableName?: string;
  readonly ResourceArn?: string;
  readonly IndexName?: string;
  readonly RequestItems?: { readonly [table: string]: unknown };
  readonly TransactItems?: readonly Entry[];
  readonly Statement?: string;
  readonly Statements?: readonly Statement[];
  readonly TransactStatements?: readonly Statement[];
};

type Reading = (input: Input, operation: string) => readonly Action[];

const oneTable: Reading = ({ TableName, ResourceArn, IndexName }, operation) => {
  const table = TableName ?? ResourceArn;
  if (table === undefined) throw new Error(`DynamoDB ${operation} is not played locally.`);
  return [{ action: `dynamodb:${operation}`, resourceArn: tableArn(table, IndexName) }];
};

const eachTable: Reading = ({ RequestItems = {} }, operation) =>
  Object.keys(RequestItems).flatMap((TableName) => oneTable({ TableName }, operation));

/** `{ Put: {…} }` wants what `PutItem` wants; `{ ConditionCheck: {…} }` has an action of its own. */
const eachEntry: Reading = ({ TransactItems = [] }) =>
  TransactItems.flatMap((entry) =>
    Object.entries(entry).flatMap(([kind, { TableName }]) =>
      oneTable({ TableName }, `${kind}Item`),
    ),
  );

const eachStatement: Reading = ({ Statement, Statements = [], TransactStatements = [] }) => [
  ...(Statement === undefined ? [] : [partiqlAction(Statement)]),
  ...[...Statements, ...TransactStatements].map((one) => partiqlAction(one.Statement)),
];

const noTable: Reading = (_, operation) => [{ action: `dynamodb:${operation}`, resourceArn: '*' }];

const readings: { readonly [operation: string]: Reading } = {
  BatchGetItem: eachTable,
  BatchWriteItem: eachTable,
  TransactGetItems: eachEntry,
  TransactWriteItems: eachEntry,
  ExecuteStatement: eachStatement,
  BatchExecuteStatement: eachStatement,
  ExecuteTransaction: eachStatement,
  DescribeEndpoints: noTable,
  DescribeLimits: noTable,
  ListTables: noTable,
};
