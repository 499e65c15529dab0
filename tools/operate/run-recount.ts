/**
 * `npm run recount`: reads all entries, and corrects the counts that charts are made of. docs/deploy.md says when, and
 * docs/mail.md how to reach AWS.
 */
import { parseArgs } from 'node:util';
import { endpointToCall } from './endpoint-to-call.ts';
import { failureText } from './connection-error.ts';
import { findStreamFunction } from './find-stream-function.ts';
import { openAws } from './signed-aws-calls.ts';

/** What the function answers for each form: amplify/counts/recount/recount.ts. */
type Recounted = {
  readonly form: string;
  readonly entries: number;
  readonly uncounted: number;
  readonly wrong?: number;
};

const { values } = parseArgs({ options: { function: { type: 'string' } } });
const uncounted = { queue: 'UncountedChanges', what: 'the function that counts' };
const endpoint = endpointToCall(values.function);

try {
  const aws = await openAws(endpoint);
  const { functionName } = await findStreamFunction(aws, uncounted, values.function);
  const path = `functions/${functionName}/invocations`;
  const found = await aws.lambda<readonly Recounted[]>('POST', path, { recount: true });
  for (const it of found) process.stdout.write(`${lineOf(it)}\n`);
} catch (error) {
  process.stdout.write(`${failureText(error, endpoint)}\n`);
  process.exitCode = 1;
}

function lineOf({ form, entries, uncounted: added, wrong }: Recounted): string {
  const all = `${form}: ${entries} entries, ${added} of them had not been counted`;
  if (wrong === undefined) return `${all}; too many changes came in between to compare the counts`;
  return `${all}; ${wrong === 0 ? 'the counts were right' : `${wrong} counts were wrong, and are right now`}`;
}
