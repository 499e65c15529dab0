import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { functionBundle } from '../../bench/function-bundle.ts';
import { figure, type Measured } from '../../bench/statistics.ts';
import { callEngine } from '../../packages/amplify-local/services/dynamodb/call-engine.ts';
import type { FilledBackend } from './filled-backend.ts';

/** The function's memory while it answers with all pages of a form, of that with its first ten. */
export async function functionMemory(
  { cloud, folder }: FilledBackend,
  form: string,
): Promise<Measured> {
  const { engineUrl } = cloud.database;
  const {
    TableNames: [table = ''],
  } = await callEngine<{ TableNames: string[] }>(engineUrl, 'ListTables', {});
  const bundle = pathToFileURL(functionBundle(join(folder, 'cdk.out'), 'api')).href;
  const script = join(import.meta.dirname, 'read-all-pages.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', script, bundle, form],
    {
      env: {
        ...process.env,
        TABLE_NAME: table,
        AWS_ENDPOINT_URL_DYNAMODB: engineUrl,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'verify',
        AWS_SECRET_ACCESS_KEY: 'verify',
      },
    },
  );
  const { entries, megabytes } = JSON.parse(stdout) as { entries: number; megabytes: number[] };
  const [first = 0, last = 0, most = 0] = megabytes;
  const how = `${figure(last)} against ${figure(first)} MB in use, ${figure(most)} MB at most, ${entries} entries read`;
  return { value: last / first, how };
}
