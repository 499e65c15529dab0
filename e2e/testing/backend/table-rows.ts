import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalDynamoDb } from '../../../packages/amplify-local/services/dynamodb/local-dynamodb.ts';

type Row = Readonly<Record<string, unknown>>;
type HasDatabase = { readonly database: Pick<LocalDynamoDb, 'engineUrl'> };

/** All rows of the table of entries, or of another one, read without the API. */
export async function tableRows(
  { database }: HasDatabase,
  id?: unknown,
  name = /entries/i,
): Promise<readonly Row[]> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: database.engineUrl,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const TableName = TableNames.find((it) => name.test(it));
  const rows: Row[] = [];
  let ExclusiveStartKey: Row | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    rows.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return id === undefined ? rows : rows.filter((row) => row['id'] === id);
}

/** The rows of entries, without their earlier versions, what the functions for mail and counts add later, and counters. */
export async function storedEntryRows(holder: HasDatabase): Promise<readonly Row[]> {
  const rows = await tableRows(holder);
  return rows.filter(
    ({ pk, sk }) =>
      !/^(rate|counts)#/.test(String(pk)) &&
      !/^(mail|notice|hour|counted|version)#/.test(String(sk)),
  );
}
