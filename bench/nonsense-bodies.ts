import { forms } from '../forms/index.ts';
import { functionBundle } from './function-bundle.ts';
import type { Measures } from './statistics.ts';

type Handler = (event: object) => Promise<{ readonly statusCode: number }>;

/** The cost of malicious 64 KB bodies for the function, in the bundle that Lambda runs. */
export async function measureNonsense(assembly: string): Promise<Measures> {
  const handler = await handlerIn(assembly);
  const costs: number[] = [];
  await withoutOutput(async () => {
    for (const { id, fields } of forms)
      for (const body of bodiesOf(Object.keys(fields))) costs.push(await costOf(handler, id, body));
  });
  return { 'refusing 64 KB of nonsense, at worst (ms of CPU)': { value: Math.max(...costs) } };
}

async function handlerIn(assembly: string): Promise<Handler> {
  // Nothing reaches the table, but the function connects while it loads.
  const nowhere = 'http://127.0.0.1:1';
  Object.assign(process.env, { TABLE_NAME: 'none', AWS_ENDPOINT_URL_DYNAMODB: nowhere });
  const { handler } = (await import(functionBundle(assembly, 'api'))) as { handler: Handler };
  return handler;
}

/** The function logs a line for each request. */
async function withoutOutput(work: () => Promise<void>): Promise<void> {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  await work().finally(() => (process.stdout.write = write));
}

const size = 64 * 1024;

/** Each is slow for something: the parser, the depth limit, NFC, a regular expression, a list of issues. */
function bodiesOf(names: readonly string[]): string[] {
  const [first = ''] = names;
  const answer = (value: string) => `{${JSON.stringify(first)}:"${value}"}`;
  const all = (value: string) =>
    `{${names.map((name) => `${JSON.stringify(name)}:"${value.repeat((size - 400) / names.length / Buffer.byteLength(value))}"`).join()}}`;
  return [
    `{${Array.from({ length: 6500 }, (_, i) => `"${i}":1`).join()}}`,
    `[${fill('0,')}0]`,
    `[${fill('{},')}{}]`,
    fill('['),
    fill('"'),
    fill(String.raw`\"`),
    `${fill(String.raw`\"`)}\\`,
    answer(fill('a')),
    answer(fill('\u0301\u0323')),
    answer(fill(String.raw`\u0000`)),
    answer(`a@${fill('a.')}`),
    answer(`https://${fill('%41')}`),
    ...['a', ' ', '-', '1', 'a@', '\u200b', '\u0301', 'https://a'].map(all),
    ...['a', '1'].map((it) => `{${JSON.stringify(names.at(-1))}:[${fill(`"${it}",`)}"a"]}`),
  ];
}

/** As often as it fits into the body. */
function fill(text: string): string {
  return text.repeat((size - 100) / Buffer.byteLength(text));
}

/** The median of a few calls, after a warm-up. */
async function costOf(handler: Handler, form: string, body: string): Promise<number> {
  const event = {
    path: `/${form}`,
    httpMethod: 'POST',
    headers: { 'content-type': 'application/json' },
    requestContext: { authorizer: { claims: { 'cognito:username': 'somebody' } } },
    body,
  };
  const costs: number[] = [];
  for (let turn = 0; turn < 7; turn += 1) {
    const before = process.cpuUsage();
    const { statusCode } = await handler(event);
    const { user, system } = process.cpuUsage(before);
    if (statusCode < 400 || statusCode >= 500) throw new Error(`${form}: ${statusCode}`);
    costs.push((user + system) / 1000);
  }
  return costs.toSorted((a, b) => a - b)[3] ?? 0;
}
