import { createLambdaDynamoClient } from '../../dynamodb/lambda-dynamo-client.ts';
import { createDynamoStore } from '../../entries/dynamo-store.ts';
import { createTable } from '../../entries/dynamo-table.ts';
import { createLambdaFileStore } from '../lambda-file-store.ts';
import { receiveScan, type ReceiveScanDeps } from './receive-scan.ts';

const { call } = createLambdaDynamoClient();
const name = process.env['TABLE_NAME'] ?? '';
const bucket = process.env['FILES_BUCKET'] ?? '';

const deps: ReceiveScanDeps = {
  store: createDynamoStore(createTable({ call, name, spend: () => {} })),
  files: createLambdaFileStore(bucket),
  bucket,
  // Not `console.log`: see api/create-api-handler.ts.
  log: (line) => void process.stdout.write(`${line}\n`),
};

/** The entry point that Lambda calls with the results of scans. If it throws, it is called twice more. */
export function handler(event: unknown): Promise<void> {
  return receiveScan(deps, event);
}
