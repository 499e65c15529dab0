import { setTimeout as sleep } from 'node:timers/promises';
import { callEngine } from './call-engine.ts';

type Described = {
  readonly Table: {
    readonly TableStatus: string;
    readonly GlobalSecondaryIndexes?: readonly { readonly IndexStatus: string }[];
  };
};

/** Creates or updates a table and waits until that is done: a table accepts one change at a time. */
export async function changeTable(
  engineUrl: string,
  operation: 'CreateTable' | 'UpdateTable',
  change: { readonly TableName: string; readonly [more: string]: unknown },
): Promise<void> {
  await callEngine(engineUrl, operation, change);
  const { TableName } = change;
  while (!isDone(await callEngine<Described>(engineUrl, 'DescribeTable', { TableName })))
    await sleep(50);
}

function isDone({ Table: { TableStatus, GlobalSecondaryIndexes = [] } }: Described): boolean {
  return [TableStatus, ...GlobalSecondaryIndexes.map(({ IndexStatus }) => IndexStatus)].every(
    (status) => status === 'ACTIVE',
  );
}
