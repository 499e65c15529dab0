import { callEngine } from './call-engine.ts';

type Described = { readonly Table: { readonly LatestStreamArn?: string } };

/** The engine's ARN of a table's stream, labelled with the time it was enabled. */
export async function streamOf(engineUrl: string, TableName: string): Promise<string | undefined> {
  const { Table } = await callEngine<Described>(engineUrl, 'DescribeTable', { TableName });
  return Table.LatestStreamArn;
}
