import type { Resource } from '../../template/resource.ts';
import { callEngine } from './call-engine.ts';
import { changeTable } from './change-table.ts';
import { changeIndexes } from './change-indexes.ts';
import { refuseReplacement } from './refuse-replacement.ts';
import {
  expiryAttribute,
  tableDefinition,
  type Stream,
  type TableDefinition,
} from './table-definition.ts';

/**
 * Brings the engine's tables in line with the template: creates missing ones, changes indexes, stream
 * and expiry, and keeps the data. A change that would lose data is an error.
 */
export async function ensureTables(
  engineUrl: string,
  resources: readonly Resource[],
): Promise<void> {
  for (const resource of resources) {
    if (resource.type === 'AWS::DynamoDB::GlobalTable')
      throw new Error(`${resource.path}: AWS::DynamoDB::GlobalTable is not supported locally.`);
    if (resource.type === 'AWS::DynamoDB::Table') await ensureTable(engineUrl, resource);
  }
}

async function ensureTable(engineUrl: string, resource: Resource): Promise<void> {
  const wanted = tableDefinition(resource);
  const expiry = expiryAttribute(resource);
  const found = await tableIn(engineUrl, wanted.TableName);
  if (found) {
    refuseReplacement(resource.path, wanted, found);
    await changeIndexes(engineUrl, resource.path, wanted, found);
    await switchStream(engineUrl, wanted, found.StreamSpecification);
  } else {
    await changeTable(engineUrl, 'CreateTable', wanted);
  }
  await switchTimeToLive(engineUrl, wanted.TableName, expiry);
}

async function tableIn(engineUrl: string, TableName: string): Promise<TableDefinition | undefined> {
  try {
    const output = await callEngine<{ Table: TableDefinition }>(engineUrl, 'DescribeTable', {
      TableName,
    });
    return output.Table;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** A stream's view type cannot change, so the stream is switched off and on again, as CloudFormation does. */
async function switchStream(
  engineUrl: string,
  { TableName, StreamSpecification: wanted }: TableDefinition,
  found: Stream | undefined,
): Promise<void> {
  if (wanted?.StreamViewType === found?.StreamViewType) return;
  const update = (StreamSpecification: Stream): Promise<unknown> =>
    changeTable(engineUrl, 'UpdateTable', { TableName, StreamSpecification });
  if (found?.StreamEnabled) await update({ StreamEnabled: false });
  if (wanted) await update(wanted);
}

async function switchTimeToLive(
  engineUrl: string,
  TableName: string,
  wanted: string | undefined,
): Promise<void> {
  const { TimeToLiveDescription: found } = await callEngine<{
    TimeToLiveDescription: { TimeToLiveStatus: string; AttributeName?: string };
  }>(engineUrl, 'DescribeTimeToLive', { TableName });
  const on = found.TimeToLiveStatus === 'ENABLED' ? found.AttributeName : undefined;
  if (on === wanted) return;
  const update = (AttributeName: string, Enabled: boolean): Promise<unknown> =>
    callEngine(engineUrl, 'UpdateTimeToLive', {
      TableName,
      TimeToLiveSpecification: { AttributeName, Enabled },
    });
  if (on !== undefined) await update(on, false);
  if (wanted !== undefined) await update(wanted, true);
}
