import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build as bundle } from 'esbuild';
import fc from 'fast-check';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '#core/form/define-form.ts';
import { hasLogic } from '#core/logic/has-logic.ts';
import type { parseAnswers } from '#core/form/parse-answers.ts';
import { forms } from '#forms/index.ts';
import { recordBrowser } from '../testing/browser/recorded-contexts.ts';
import { launchBrowser } from '../../tools/chromium.js';
import viteConfig from '../../vite.config.ts';

type Bundle = {
  readonly formById: (id: string) => Form | undefined;
  readonly parseAnswers: typeof parseAnswers<Form>;
};

/** A form with logic takes ten times as long; `verify -- logic` has thousands of those. */
const runsOf = (form: Form) => (hasLogic(form) ? 4000 : 20_000);
const folder = mkdtempSync(join(tmpdir(), 'formstead-parity-'));
const entry = join(folder, 'entry.ts');
let inBrowser: Bundle;
let inLambda: Bundle;

/** The forms with all their code, bundled once as for the app and once as Amplify bundles a function. */
beforeAll(async () => {
  const parts = ['forms/index.ts', 'core/form/parse-answers.ts'];
  const code = parts.map((it) => `export * from ${JSON.stringify(resolve(it))};`);
  writeFileSync(entry, code.join('\n'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ...viteConfig.build,
      // Lists that are loaded when they are needed come in the same file.
      rolldownOptions: { output: { codeSplitting: false } },
      outDir: folder,
      lib: {
        entry,
        name: 'parity',
        formats: ['es', 'iife'],
        fileName: (format) => `browser.${format}.js`,
      },
    },
  });
  await bundle({
    entryPoints: [entry],
    outfile: join(folder, 'lambda.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
  });
  inBrowser = (await import(join(folder, 'browser.es.js'))) as Bundle;
  inLambda = (await import(join(folder, 'lambda.mjs'))) as Bundle;
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(forms.map((form) => [form.id, form] as const))(
  '%s: the browser and the function say the same of many thousand bodies, word for word',
  (id, form) => {
    const here = parserIn(inBrowser, id);
    const there = parserIn(inLambda, id);
    const counts = { accepted: 0, refused: 0 };
    const runs = runsOf(form);
    fc.assert(
      fc.property(bodiesFor(form), (body) => {
        const verdict = here(body);
        counts[verdict.startsWith('{"ok":true') ? 'accepted' : 'refused'] += 1;
        // Not `expect`, which would take longer than all the parsing.
        if (there(body) !== verdict) throw new Error(`${verdict} is not ${there(body)}`);
      }),
      { numRuns: runs },
    );
    expect(counts.accepted).toBeGreaterThan(runs / 100);
    expect(counts.refused).toBeGreaterThan(runs / 100);
  },
);

test('a real browser, with its own version of Unicode, parses the same', async () => {
  await using browser = recordBrowser(await launchBrowser());
  const page = await browser.newPage();
  await page.addScriptTag({ path: join(folder, 'browser.iife.js') });
  for (const form of forms) {
    const bodies = fc.sample(bodiesFor(form), 10_000).map((it) => JSON.stringify(it));
    const verdicts = await page.evaluate(
      ([id = '', ...bodies]) => {
        const { formById, parseAnswers } = (globalThis as unknown as { parity: Bundle }).parity;
        const form = formById(id) as Form;
        return bodies.map((body) => JSON.stringify(parseAnswers(form, JSON.parse(body))));
      },
      [form.id, ...bodies],
    );
    const parse = parserIn(inLambda, form.id);
    expect(verdicts).toEqual(bodies.map((body) => parse(JSON.parse(body))));
  }
});

function parserIn({ formById, parseAnswers }: Bundle, id: string): (body: unknown) => string {
  const form = formById(id);
  if (!form) throw new Error(`The bundle has no form ${id}.`);
  return (body) => JSON.stringify(parseAnswers(form, body));
}

/** JSON bodies: correct ones, almost correct ones, and nonsense. */
function bodiesFor({ fields }: Form): fc.Arbitrary<unknown> {
  const candidates = Object.entries(fields).map(
    ([name, { example }]) => [name, candidatesNear(example)] as const,
  );
  const answers = fc.record(Object.fromEntries(candidates), {
    requiredKeys: [],
    noNullPrototype: true,
  });
  const withMore = fc
    .tuple(answers, fc.dictionary(fc.string({ maxLength: 8 }), nonsense, { maxKeys: 2 }))
    .map(([known, more]) => ({ ...more, ...known }));
  // In a long form, hardly one of the others has no mistake.
  const examples = Object.entries(fields).map(([name, { example }]) => [name, example] as const);
  const correct = fc.constant<unknown>(Object.fromEntries(examples));
  return fc.oneof(
    { weight: 16, arbitrary: answers },
    { weight: 2, arbitrary: withMore },
    { weight: 1, arbitrary: correct },
    nonsense,
  );
}

function candidatesNear(example: unknown): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(example) },
    { weight: 3, arbitrary: near(example) },
    { weight: 1, arbitrary: fc.constantFrom(...hostile) },
    { weight: 1, arbitrary: nonsense },
  );
}

/** The example, changed in one way. */
function near(example: unknown): fc.Arbitrary<unknown> {
  if (typeof example === 'number') return fc.oneof(fc.double({ noNaN: true }), fc.integer());
  if (typeof example === 'string')
    return fc
      .tuple(fc.nat(example.length), fc.string({ unit: 'binary', maxLength: 3 }), fc.nat(3))
      .map(([at, text, gone]) => example.slice(0, at) + text + example.slice(at + gone));
  if (Array.isArray(example)) return fc.array(fc.constantFrom(...example, 'x'), { maxLength: 3 });
  if (typeof example === 'object' && example !== null)
    return fc.record(
      Object.fromEntries(Object.entries(example).map(([key, part]) => [key, near(part)])),
      { requiredKeys: [], noNullPrototype: true },
    );
  return fc.boolean();
}

const nonsense = fc.jsonValue({ maxDepth: 2 });

// oxfmt-ignore
const hostile: readonly unknown[] = [
  '', ' ', '\u200b', 'a\u0000', '\ud800', '\u202e', 'e\u0308', '\ufffd', 'ß', '٣', '１２３',
  '🦄'.repeat(100), 'x'.repeat(5001), 'javascript:alert(1)', 'https://example.com', 'a@b.example',
  Infinity, 1e-200, -0, 2 ** 53, true, false, null, [], {}, JSON.parse('{"__proto__":{"a":1}}'),
];
