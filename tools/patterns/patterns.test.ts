import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { expect, test, vi } from 'vitest';
import { superLinear } from './growth.ts';

type Found = readonly [where: string, pattern: RegExp];

/** What makes patterns while it runs, and what it takes to make it do so. */
const makers: Readonly<Record<string, () => Promise<unknown>>> = {
  'core/routes.ts': () => import('#core/routes.ts'),
  'core/fields/host.ts': () => import('#core/fields/host.ts'),
  'core/fields/characters.ts': async () =>
    (await import('#core/fields/characters.ts')).withoutDamage('a\ufffd'),
  'src/words/folded.ts': () => import('../../src/words/folded.ts'),
  'core/number-text.ts': async () =>
    (await import('#core/number-text.ts')).numberInText('1.234.567,8'),
};

/**
 * Every pattern that is written in what runs in the browser, in Lambda and in both, and in the local Cognito, which
 * answers other pages of this machine.
 */
const files = globSync('{core,amplify,forms,src,local/cognito}/**/*.{ts,tsx}').filter(
  (it) => !/\.(test|contract)\.tsx?$|\/test-[\w-]+\.ts$/.test(it),
);
const making = new Set<string>();
const found = files.flatMap(patternsIn);

function patternsIn(file: string): readonly Found[] {
  const patterns: Found[] = [];
  visit(parseSync(file, readFileSync(file, 'utf8')).program);
  return patterns;

  function visit(node: unknown): void {
    if (node instanceof RegExp || typeof node !== 'object' || node === null) return;
    if (isPattern(node)) {
      const { pattern, flags } = node.regex;
      patterns.push([`${file}: /${pattern}/${flags}`, new RegExp(pattern, flags)]);
    }
    if (makesPattern(node)) making.add(file);
    Object.values(node).forEach(visit);
  }
}

/** A node of the ESTree: `/a/u`. */
function isPattern(
  node: object,
): node is { readonly regex: { readonly pattern: string; readonly flags: string } } {
  return 'regex' in node;
}

/** `RegExp(…)` and `new RegExp(…)`. */
function makesPattern(node: object): boolean {
  const { type, callee } = node as {
    readonly type?: string;
    readonly callee?: { readonly name?: string };
  };
  return /^(New|Call)Expression$/.test(type ?? '') && callee?.name === 'RegExp';
}

test('there are patterns to try', () => {
  expect(found.length).toBeGreaterThan(60);
});

test.each(found)('%s needs no more time than a text is long', (_, pattern) => {
  expect(superLinear(pattern)).toBeUndefined();
});

test('what makes patterns while it runs is known here', () => {
  expect([...making].toSorted()).toEqual(Object.keys(makers).toSorted());
});

test.each(Object.entries(makers))('nor does any that %s makes', async (_, make) => {
  const made: RegExp[] = [];
  vi.resetModules();
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct(native, given: [string | RegExp, string?]) {
        const pattern = new native(...given);
        made.push(pattern);
        return pattern;
      },
    }),
  );
  await make();
  vi.unstubAllGlobals();
  expect(made.length).toBeGreaterThan(0);
  for (const pattern of made) expect([pattern, superLinear(pattern)]).toEqual([pattern, undefined]);
});

test.each([
  /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i,
  /\s+$/,
  /(a+)+$/,
  /^(\w+\s?)*$/,
  /(x+x+)+y/,
  /<[^>]*>/g,
  /^[^@]+@[^@]+\.[^@]+$/,
  /^(?:a|aa)+$/,
  /[a-z][a-z0-9+.-]*:/gi,
  /(?<year>\d+)-(\d+)*z/u,
  /^\s+|\s+$/g,
  /\p{Mark}*\p{Mark}*$/u,
  /.*.*=.*/s,
])('%s is found out', (pattern) => {
  expect(superLinear(pattern)).toBeDefined();
});
