/**
 * Started by `function-memory.ts`: asks the function's own bundle for page after page of a form's responses, and prints
 * how many megabytes are in use after the first ten pages and after all, and how many the process had at most.
 */
import process from 'node:process';

const [bundle = '', form = ''] = process.argv.slice(2);

type Handler = (
  event: object,
  context: object,
) => Promise<{ readonly statusCode: number; readonly body: string }>;
type Page = { readonly items: readonly unknown[]; readonly cursor?: string };

const { handler } = (await import(bundle)) as { handler: Handler };
const print = process.stdout.write.bind(process.stdout);
// The function's log.
process.stdout.write = () => true;

let cursor: string | undefined;
let entries = 0;
let first = 0;
let most = 0;
for (let pages = 1; ; pages += 1) {
  const { statusCode, body } = await handler(eventFor(cursor), {});
  if (statusCode !== 200) throw new Error(`The function answered with ${statusCode}.`);
  const page = JSON.parse(body) as Page;
  entries += page.items.length;
  cursor = page.cursor;
  most = Math.max(most, process.memoryUsage().rss);
  if (pages === 10) first = bytesInUse();
  if (cursor === undefined) break;
}
const megabytes = [first, bytesInUse(), most].map((it) => it / 1e6);
print(JSON.stringify({ entries, megabytes }));

/** Of what cannot be thrown away. */
function bytesInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function eventFor(cursor: string | undefined): object {
  return {
    httpMethod: 'GET',
    path: `/${form}/responses`,
    headers: {},
    queryStringParameters: { limit: '100', ...(cursor !== undefined && { cursor }) },
    requestContext: {
      requestId: 'page',
      authorizer: { claims: { 'cognito:username': 'reader', 'cognito:groups': 'owners' } },
    },
    body: null,
  };
}
