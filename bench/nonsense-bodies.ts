import { bodyLimit, largestLimit, usualLimit } from '../core/form/body-limit.ts';
import type { Form } from '../core/form/define-form.ts';
import { forms } from '../forms/index.ts';
import { functionBundle } from './function-bundle.ts';
import type { Measures } from './statistics.ts';

type Handler = (event: object) => Promise<{ readonly statusCode: number }>;

/** The cost of malicious bodies, as large as a form accepts, for the function in the bundle that Lambda runs. */
export async function measureNonsense(assembly: string): Promise<Measures> {
  const handler = await handlerIn(assembly);
  const worst = new Map<number, number>();
  await withoutOutput(async () => {
    for (const form of forms)
      for (const body of bodiesFor(form)) {
        const cost = await costOf(handler, form.id, body);
        worst.set(bodyLimit(form), Math.max(cost, worst.get(bodyLimit(form)) ?? 0));
      }
  });
  const value = (limit: number) => ({ value: worst.get(limit) ?? Number.NaN });
  return {
    'refusing 64 KB of nonsense, at worst (ms of CPU)': value(usualLimit),
    'refusing 350 KB of nonsense to a form with a repeat, at worst (ms of CPU)':
      value(largestLimit),
  };
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

/** Each is slow for something: the parser, the depth limit, NFC, a regular expression, instances, a list of issues. */
function bodiesFor(form: Form): string[] {
  const size = bodyLimit(form);
  const names = Object.keys(form.fields);
  const repeats = Object.entries(form.fields).flatMap(([name, it]) => (it.instances ? [name] : []));
  const [first = ''] = names;
  /** As often as it fits into the body. */
  const fill = (text: string) => text.repeat((size - 100) / Buffer.byteLength(text));
  const answer = (value: string) => `{${JSON.stringify(first)}:"${value}"}`;
  const all = (value: string) =>
    `{${names.map((name) => `${JSON.stringify(name)}:"${value.repeat((size - 400) / names.length / Buffer.byteLength(value))}"`).join()}}`;
  const instances = (value: string) =>
    repeats.map((name) => `{${JSON.stringify(name)}:[${fill(`${value},`)}${value}]}`);
  return [
    `{${Array.from({ length: size / 10 - 50 }, (_, i) => `"${i}":1`).join()}}`,
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
    ...['{}', '{"id":"a"}', `{"id":"${crypto.randomUUID()}"}`, '[]', '0'].flatMap(instances),
  ];
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
