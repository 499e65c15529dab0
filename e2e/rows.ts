import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '../local/database.ts';

type Row = Readonly<Record<string, unknown>>;
type Holder = { readonly database: Pick<Database, 'engineUrl'> };

/** The table's rows, read past the API and every right: what really is there. */
export async function rowsIn({ database }: Holder, id?: unknown): Promise<readonly Row[]> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: database.engineUrl,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );
  const { TableNames: [TableName] = [] } = await client.send(new ListTablesCommand({}));
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

/** What the API has stored: without what the mail function notes beside it, in its own time. */
export async function storedIn(holder: Holder): Promise<readonly Row[]> {
  const rows = await rowsIn(holder);
  return rows.filter(({ sk }) => !/^(mail|notice|hour)#/.test(String(sk)));
}
