import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyHouse } from './copy-house.js';
import { faultsIn } from './docs.js';
import { isAllowed, licencesIn } from './licences.js';
import { lockedBinary, missingBinaries, untrustworthy } from './lock.js';

const house = resolve(import.meta.dirname, '..');
let copy: string;

/** Faults are planted in a copy of the house. Each must be found by the tool that guards against it. */
beforeAll(() => {
  copy = copyHouse();
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each([
  [
    'process.env in core',
    'core/result.ts',
    'console.error(process.env);',
    ['tsc', '-p', 'core'],
    /Cannot find name 'process'/,
  ],
  [
    'a page that imports the local cloud',
    'src/main.tsx',
    "import '../local/say.ts';",
    ['oxlint', 'src/main.tsx'],
    /may not import \.\.\/local\/say\.ts/,
  ],
  [
    'core importing a form',
    'core/result.ts',
    "import '#forms/index.ts';",
    ['oxlint', 'core/result.ts'],
    /may not import #forms/,
  ],
  [
    'core importing a package',
    'core/result.ts',
    "import 'react';",
    ['oxlint', 'core/result.ts'],
    /may not import react/,
  ],
  [
    'the local cloud importing the app',
    'local/say.ts',
    "import '../core/result.ts';",
    ['oxlint', 'local/say.ts'],
    /may not import/,
  ],
  [
    'an unused export',
    'core/result.ts',
    'export function nobodyCallsMe() {}',
    ['knip'],
    /nobodyCallsMe/,
  ],
  [
    'a floating promise',
    'local/say.ts',
    'Promise.resolve(1);',
    ['oxlint', 'local/say.ts'],
    /no-floating-promises/,
  ],
  [
    'a crooked line',
    'core/result.ts',
    'export   const  crooked=1',
    ['oxfmt', '--check'],
    /core\/result\.ts/,
  ],
])(
  'the gate finds %s',
  (_, file, fault, [tool = '', ...args], complaint) => {
    const before = run(tool, args);
    const untouched = join(house, file);
    appendFileSync(join(copy, file), `\n${fault}\n`);
    const after = run(tool, args);
    cpSync(untouched, join(copy, file));
    expect(before.said).not.toMatch(complaint);
    expect(after).toMatchObject({ failed: true, said: expect.stringMatching(complaint) });
  },
  60_000,
);

function run(tool: string, args: readonly string[]) {
  const bin = join(house, 'node_modules', '.bin', tool);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: copy, encoding: 'utf8' });
  return { failed: status !== 0, said: stdout + stderr };
}

test('a binary the lock file leaves out is named, wherever it might be nested', () => {
  const optionalDependencies = { 'tool-linux-x64': '1.0.0', 'tool-darwin-arm64': '1.0.0' };
  const lock = {
    packages: {
      'node_modules/a': {},
      'node_modules/a/node_modules/tool': { optionalDependencies },
      'node_modules/a/node_modules/tool-linux-x64': { version: '1.0.0' },
    },
  };
  expect(missingBinaries(lock).map(({ name }) => name)).toEqual(['tool-darwin-arm64']);
});

test('a binary is locked for the platform its name tells', () => {
  expect(lockedBinary('@rollup/rollup-linux-x64-musl', '4.0.0', true)).toEqual({
    version: '4.0.0',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(lockedBinary('@dynoxide/darwin-arm64', '1.2.1')).toEqual({
    version: '1.2.1',
    cpu: ['arm64'],
    optional: true,
    os: ['darwin'],
  });
  expect(() => lockedBinary('fsevents', '2.0.0')).toThrow('lock it by hand');
});

function faults(locked: object) {
  return untrustworthy({ packages: { 'node_modules/a': locked } });
}

test('what is locked comes by its hash, from wherever npm fetches, and from nowhere else', () => {
  const integrity = 'sha512-abc';
  expect(faults({ version: '1.0.0', integrity })).toEqual([]);
  expect(faults({ version: '1.0.0' })).toEqual(['node_modules/a has no sha512 to hold it to.']);
  expect(faults({ integrity: 'sha1-abc' })).toHaveLength(1);
  for (const resolved of [
    'https://registry.example/a.tgz',
    'http://a.tgz',
    'git+ssh://a',
    'file:../a',
  ])
    expect(faults({ integrity, resolved })).toHaveLength(1);
});

test('a licence will do when one of those offered does', () => {
  expect(
    ['MIT', '(MIT OR GPL-3.0-or-later)', 'Apache-2.0 AND BSD-3-Clause'].map(isAllowed),
  ).toEqual([true, true, true]);
  expect(['GPL-3.0-only', 'MIT AND GPL-2.0-only', 'UNLICENSED', 'none'].map(isAllowed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  const [known, unknown] = licencesIn({
    'node_modules/a': { license: 'ISC' },
    'node_modules/b': { dev: true },
  });
  expect(known).toEqual({ name: 'a', ships: true, licence: 'ISC' });
  expect(unknown).toEqual({ name: 'b', ships: false, licence: 'none' });
});

test('a page may not lead nowhere, name what is not there, or tell to run what cannot be run', () => {
  const pages: Record<string, string> = {
    'docs/a.md': [
      '# A page',
      '[good](b.md#what-is-not-here) [gone](c.md) [lost](b.md#elsewhere) [out](https://example.com)',
      '`npm run check`, `npm run --silent check`, `npm test`, `npm ci` and `npm run nothing`',
      '`npx tool x`, `npx other`, `npx fetched@2`; `core/here.ts` and `core/gone.ts`',
    ].join('\n\n'),
    'docs/b.md': '## What is not here',
    'core/here.ts': '',
    'node_modules/.bin/tool': '',
  };
  const house = {
    scripts: { check: '', test: '' },
    isFile: (path: string) => path in pages,
    read: (path: string) => pages[path] ?? '',
  };
  expect(faultsIn('docs/a.md', house)).toEqual([
    'docs/a.md: links to c.md, where there is nothing',
    'docs/a.md: links to b.md#elsewhere, a heading it has not',
    'docs/a.md: names npm run nothing, and there is none',
    'docs/a.md: names npx other, and nothing here is called so',
    'docs/a.md: names core/gone.ts, which is not there',
  ]);
});
