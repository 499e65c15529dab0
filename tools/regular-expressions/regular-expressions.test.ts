import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { expect, test, vi } from 'vitest';
import { superLinearInput } from './super-linear.ts';

type Found = readonly [where: string, pattern: RegExp];

/** Modules that create patterns at run time, and how to make them do so. */
const makers: Readonly<Record<string, () => Promise<unknown>>> = {
  'amplify/files/xml-values.ts': async () =>
    (await import('../../amplify/files/xml-values.ts')).xmlValue('<Key>a</Key>', 'Key'),
  'core/api/match-route.ts': () => import('#core/api/match-route.ts'),
  // Those of the forms, each as it is matched with a whole text.
  'core/fields/pattern.ts': async () => {
    const { pattern } = await import('#core/fields/pattern.ts');
    pattern({ label: '', pattern: /[A-Z]{2}\d+/, message: '', example: 'AB1' });
    await import('#forms/index.ts');
  },
  'core/fields/read-host.ts': () => import('#core/fields/read-host.ts'),
  'core/files/file-reference.ts': () => import('#core/files/file-reference.ts'),
  'core/values/characters.ts': async () =>
    (await import('#core/values/characters.ts')).withoutDamage('a\ufffd'),
  'src/messages/fold-text.ts': () => import('../../src/messages/fold-text.ts'),
  'src/controls/number-text.ts': async () =>
    (await import('../../src/controls/number-text.ts')).parseNumberText('1.234.567,8'),
};

/**
 * Every pattern in code that runs in the browser or in Lambda, and in the local Cognito, which answers
 * foreign pages.
 */
const files = globSync(
  '{core,amplify,forms,src,packages/amplify-local/services/cognito}/**/*.{ts,tsx}',
).filter((it) => !/\.(test|contract)\.tsx?$|\/testing\//.test(it));
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

/** A regular expression in the ESTree: `/a/u`. */
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

test('patterns are found', () => {
  expect(found.length).toBeGreaterThan(60);
});

test.each(found)('%s takes linear time', (_, pattern) => {
  expect(superLinearInput(pattern)).toBeUndefined();
});

test('every module that creates patterns at run time is listed', () => {
  expect([...making].toSorted()).toEqual(Object.keys(makers).toSorted());
});

test.each(Object.entries(makers))(
  'every pattern that %s creates takes linear time',
  async (_, make) => {
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
    for (const pattern of made)
      expect([pattern, superLinearInput(pattern)]).toEqual([pattern, undefined]);
  },
);

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
])('%s is recognized as slow', (pattern) => {
  expect(superLinearInput(pattern)).toBeDefined();
});
