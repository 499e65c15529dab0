import { createReadStream, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { figure, type Measures } from '../../bench/statistics.ts';
import { serveApp } from '../../e2e/testing/app/build-app.ts';
import { openResponses } from '../../e2e/testing/browser/open-responses.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import { mostMemoryWhile } from './browser-memory.ts';
import { checksumOf, entriesOnDisk, type Checksum } from './checksum.ts';
import type { FilledBackend } from './filled-backend.ts';
import { functionMemory } from './function-memory.ts';
import { pressing, startUnwatchedBrowser, type UnwatchedPage } from './unwatched-browser.ts';

const goOn = 'Continue export';
/** Milliseconds. */
const longest = 3_600_000;

type Saved = {
  readonly file: string;
  readonly bytes: number;
  /** Megabytes that Chromium has before, and at most while it exports. */
  readonly before: number;
  readonly most: number;
};

/** Exports all responses of a form in Chromium: what that takes of memory, and whether all are in the file. */
export async function exportAll(
  form: string,
  [few, many]: readonly [few: FilledBackend, many: FilledBackend],
  print: (line: string) => void,
): Promise<Measures> {
  const wanted = await checksumOf(entriesOnDisk(databaseOf(many), form));
  let isComplete = true;
  const measures: Record<string, { value: number; how: string }> = {};
  for (const [kind, button] of [
    ['JSON lines', 'Export JSON, one response a line'],
    ['CSV', 'Export CSV'],
  ] as const) {
    await using small = await exportIn(few, form, button);
    await using large = await exportIn(many, form, button);
    const found =
      kind === 'CSV'
        ? { count: await recordsIn(large.file), sum: wanted.sum }
        : await checksumOf(linesIn(large.file));
    const isSame = found.count === wanted.count && found.sum === wanted.sum;
    isComplete &&= isSame;
    print(
      `${isSame ? '✓' : '✗'} ${kind}: ${textOf(found, kind)} in ${figure(large.bytes / 1e6)} MB after ${figure(large.seconds)} s, and ${textOf(wanted, kind)} in the table`,
    );
    const memoryText = (it: Saved) => `from ${figure(it.before)} to ${figure(it.most)} MB`;
    measures[`what Chromium takes to export all as ${kind} (MB)`] = {
      value: large.most - large.before,
      how: `${memoryText(large)}; with 1000 ${memoryText(small)}`,
    };
  }
  const ofFunction = await functionMemory(many, form);
  return {
    ...measures,
    'memory of the function for all pages, of the first ten': ofFunction,
    'exports that are not complete': { value: isComplete ? 0 : 1 },
  };
}

function textOf({ count, sum }: Checksum, kind: string): string {
  return kind === 'CSV' ? `${count} responses` : `${count} responses with the checksum ${sum}`;
}

function databaseOf({ folder }: FilledBackend): string {
  return join(folder, 'state', 'dynamodb.sqlite');
}

async function exportIn(backend: FilledBackend, form: string, button: string) {
  await using opened = new AsyncDisposableStack();
  const { browser, downloads, leave } = opened.use(await startUnwatchedBrowser());
  const { url: appUrl } = opened.use(await serveApp(backend));
  const email = `exporter-${crypto.randomUUID()}@example.com`;
  await backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  const page = await openResponses({ appUrl, browser }, { form, email });
  await page.locator('tbody tr').first().waitFor();
  // The table has stopped loading, and what is measured is the export.
  await page.locator('.responses-status output span').first().waitFor({ timeout: 120_000 });
  await page.getByText('Export', { exact: true }).click();
  const { ask } = await leave(page);
  const began = performance.now();
  const {
    outcome: file,
    before,
    most,
  } = await mostMemoryWhile(async () => {
    await ask(pressing(button));
    return downloaded(downloads, ask);
  });
  const saved: Saved = { file, bytes: (await stat(file)).size, before, most };
  const parts = opened.move();
  return {
    ...saved,
    seconds: (performance.now() - began) / 1000,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** The file, once the browser has all of it. */
async function downloaded(folder: string, ask: UnwatchedPage['ask']): Promise<string> {
  const end = performance.now() + longest;
  while (performance.now() < end) {
    const [name, ...others] = readdirSync(folder);
    if (name !== undefined && others.length === 0 && !/^\.|\.crdownload$/.test(name))
      return join(folder, name);
    const failure = String(await ask(`document.querySelector('[role=alert]')?.textContent ?? ''`));
    // A busy machine may not answer in time. Then an owner goes on.
    if (failure.includes(goOn)) await ask(pressing(goOn));
    else if (failure !== '') throw new Error(failure);
    await wait(1000);
  }
  throw new Error(`There is no file after ${longest / 60_000} minutes.`);
}

async function* linesIn(file: string): AsyncGenerator<Record<string, unknown>> {
  for await (const line of createInterface(createReadStream(file)))
    yield JSON.parse(line) as Record<string, unknown>;
}

/** Line ends that are outside of quotes, without that of the labels. */
async function recordsIn(file: string): Promise<number> {
  let count = -1;
  let isQuoted = false;
  for await (const chunk of createReadStream(file, 'utf8'))
    for (const [it] of String(chunk).matchAll(/["\r]/g))
      if (it === '"') isQuoted = !isQuoted;
      else if (!isQuoted) count += 1;
  return count;
}
