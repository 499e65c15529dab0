import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { createLambdaDynamoClient } from '../../dynamodb/lambda-dynamo-client.ts';
import { createDynamoStore } from '../../entries/dynamo-store.ts';
import { createTable } from '../../entries/dynamo-table.ts';
import { createLambdaFileStore } from '../lambda-file-store.ts';
import { eraseFiles, type EraseFilesDeps } from './erase-files.ts';

const { call } = createLambdaDynamoClient();
const name = process.env['TABLE_NAME'] ?? '';

const deps: EraseFilesDeps = {
  store: createDynamoStore(createTable({ call, name, spend: () => {} })),
  files: createLambdaFileStore(process.env['FILES_BUCKET'] ?? ''),
  // Not `console.log`: see api/create-api-handler.ts.
  log: (line) => void process.stdout.write(`${line}\n`),
};

/** The entry point that Lambda calls with records of the table's stream. */
export function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  return eraseFiles(deps, event);
}
