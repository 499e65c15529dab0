/**
 * `npm run verify -- logic [--forms 10000] [--seed 1]`: fills in random forms in Chromium, with the app's bundle,
 * and sends what was typed to the code that Lambda runs. Both must agree on everything; and nothing that is hidden
 * is sent or required.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalJson } from '#core/values/canonical-json.ts';
import { launchBrowser } from '../../tools/chromium.js';
import { buildBundles } from './build-bundles.ts';
import type { receive } from './in-lambda.ts';
import type { DeviceReport, fillInForm } from './on-device.ts';

const { values } = parseArgs({
  options: { forms: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const [count, firstSeed] = [Number(values.forms), Number(values.seed)];
/** Forms that are filled in at once. */
const batch = 250;

const folder = mkdtempSync(join(tmpdir(), 'formstead-logic-'));
const bundles = await buildBundles(folder);
const lambda = (await import(bundles.lambda)) as { receive: typeof receive };
const browser = await launchBrowser();
const page = await browser.newPage();
const source = readFileSync(bundles.browser, 'utf8');
await page.evaluate(async (code) => {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  Reflect.set(window, 'device', await import(url));
}, source);

const totals = { forms: 0, sent: 0, refused: 0, hidden: 0, calculated: 0, broken: 0, failed: 0 };
for (let seed = firstSeed; seed < firstSeed + count; seed += batch) {
  const inBatch = Array.from(
    { length: Math.min(batch, firstSeed + count - seed) },
    (_, i) => seed + i,
  );
  const reports = await page.evaluate((some) => {
    const device = Reflect.get(window, 'device') as { fillInForm: typeof fillInForm };
    return JSON.stringify(some.map((it) => device.fillInForm(it)));
  }, inBatch);
  for (const [i, report] of (JSON.parse(reports) as DeviceReport[]).entries())
    await check(seed + i, report);
}
await browser.close();
rmSync(folder, { recursive: true });

print(
  `${totals.forms} random forms: ${totals.sent} sent, ${totals.refused} with issues; ` +
    `${totals.hidden} with something typed that is hidden, ${totals.calculated} with calculated values, ` +
    `${totals.broken} with broken rules; ${totals.failed} disagree`,
);
if (totals.failed > 0) process.exitCode = 1;

async function check(seed: number, device: DeviceReport): Promise<void> {
  const server = await lambda.receive(seed, device);
  const parts = ['relevant', 'calculated', 'issues', 'brokenRules', 'stored'] as const;
  const isRelevant = (path: string) => Object.hasOwn(device.relevant, path);
  const mistakes = [
    ...device.mistakes,
    ...server.mistakes,
    ...parts.filter((it) => !isSame(device[it], server[it])).map((it) => `${it} differs`),
    !isSame(device.stored, server.entry) && 'another entry was stored',
    ...pathsIn(device.sent ?? {})
      .filter((it) => !isRelevant(it))
      .map((it) => `${it} is sent`),
    ...device.issues
      .filter(({ field }) => !isRelevant(field))
      .map(({ field }) => `${field} is required`),
  ].filter((it) => typeof it === 'string');
  totals.forms += 1;
  if (device.sent) totals.sent += 1;
  else totals.refused += 1;
  if (pathsIn(device.everything).some((it) => !isRelevant(it))) totals.hidden += 1;
  if (Object.keys(device.calculated).length > 0) totals.calculated += 1;
  if (device.brokenRules.length > 0) totals.broken += 1;
  if (mistakes.length === 0) return;
  totals.failed += 1;
  if (totals.failed <= 5) print(`✗ form ${seed}: ${mistakes.join('; ')}`);
}

/** The paths of all answers, also inside repeats. */
function pathsIn(answers: Readonly<Record<string, unknown>>, path = ''): readonly string[] {
  return Object.entries(answers).flatMap(([name, answer]) => {
    const isList = Array.isArray(answer) && answer.some((it) => typeof it === 'object');
    if (!isList) return [path + name];
    const instances = answer as readonly Readonly<Record<string, unknown>>[];
    const inner = instances.flatMap(({ id, ...rest }) =>
      pathsIn(rest, `${path}${name}/${String(id)}/`),
    );
    return [path + name, ...inner];
  });
}

/** JSON has no `undefined`. */
function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
