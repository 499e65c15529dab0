import { getOwn } from '../../template/get-own-value.ts';
import { partiqlAction } from './partiql-action.ts';
import { tableArn } from './table-arn.ts';

/** An IAM action on a resource. */
export type Action = { readonly action: string; readonly resourceArn: string };

/**
 * The IAM actions that a DynamoDB call requires. Most require one; a batch, one per table; a transaction has
 * no action of its own but requires those of its entries. An unknown call throws, naming it.
 */
export function requiredActions(target: string, body: unknown): readonly Action[] {
  const [service, operation = ''] = target.split('.');
  if (service !== 'DynamoDB_20120810') throw new Error(`"${target}" is not supported locally.`);
  const reading = getOwn(actionReaders, operation) ?? oneTable;
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

type ActionReader = (input: Input, operation: string) => readonly Action[];

const oneTable: ActionReader = ({ TableName, ResourceArn, IndexName }, operation) => {
  const table = TableName ?? ResourceArn;
  if (table === undefined) throw new Error(`DynamoDB ${operation} is not supported locally.`);
  return [{ action: `dynamodb:${operation}`, resourceArn: tableArn(table, IndexName) }];
};

const eachTable: ActionReader = ({ RequestItems = {} }, operation) =>
  Object.keys(RequestItems).flatMap((TableName) => oneTable({ TableName }, operation));

/** `{ Put: {…} }` requires the action of `PutItem`; `{ ConditionCheck: {…} }` has its own. */
const eachEntry: ActionReader = ({ TransactItems = [] }) =>
  TransactItems.flatMap((entry) =>
    Object.entries(entry).flatMap(([kind, { TableName }]) =>
      oneTable({ TableName }, `${kind}Item`),
    ),
  );

const eachStatement: ActionReader = ({ Statement, Statements = [], TransactStatements = [] }) => [
  ...(Statement === undefined ? [] : [partiqlAction(Statement)]),
  ...[...Statements, ...TransactStatements].map((one) => partiqlAction(one.Statement)),
];

const noTable: ActionReader = (_, operation) => [
  { action: `dynamodb:${operation}`, resourceArn: '*' },
];

const actionReaders: { readonly [operation: string]: ActionReader } = {
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
