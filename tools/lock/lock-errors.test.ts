import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockErrors } from './lock-errors.js';

const project = mkdtempSync(join(tmpdir(), 'formstead-lock-'));
mkdirSync(join(project, 'tools/ours'), { recursive: true });
writeFileSync(join(project, 'tools/ours/package.json'), '{"name":"@them/ours"}');
mkdirSync(join(project, 'packages/local-cloud'), { recursive: true });
writeFileSync(join(project, 'packages/local-cloud/package.json'), '{"name":"local-cloud"}');
afterAll(() => rmSync(project, { recursive: true }));

const integrity = 'sha512-abc';

function errors(packages: Record<string, object>, more: object = {}): readonly string[] {
  return lockErrors({ packages }, { project, ...more });
}

test('a package from the registry with a hash is accepted', () => {
  expect(
    errors({
      '': {},
      'node_modules/a': { version: '1.0.0', integrity },
      'node_modules/a/node_modules/@b/c': { version: '1.0.0', integrity },
      'node_modules/a/node_modules/bundled': { version: '1.0.0', inBundle: true },
    }),
  ).toEqual([]);
});

test('a binary for one libc that does not say so is an error', () => {
  const musl = { version: '1.0.0', integrity, libc: ['musl'] };
  expect(errors({ 'node_modules/a-linux-x64-musl': musl })).toEqual([]);
  const gnu = { version: '1.0.0', integrity };
  expect(errors({ 'node_modules/a-linux-x64-gnu': gnu })).toEqual([
    expect.stringContaining('a-linux-x64-gnu does not say its libc'),
  ]);
});

test('a link to a folder of this project is accepted', () => {
  expect(
    errors({
      'node_modules/@them/ours': { resolved: 'tools/ours', link: true },
      'tools/ours': { name: '@them/ours' },
    }),
  ).toEqual([]);
});

test('the name of a workspace may be left out if it is that of its folder', () => {
  const link = { resolved: 'packages/local-cloud', link: true };
  const folder = { 'packages/local-cloud': { version: '0.1.0' } };
  expect(errors({ 'node_modules/local-cloud': link, ...folder })).toEqual([]);
  expect(errors({ 'node_modules/other': link, ...folder })).toHaveLength(1);
  expect(errors({ 'node_modules/local-cloud': link })).toHaveLength(1);
});

test('a package installed inside of a workspace is refused: there is one of each, in node_modules', () => {
  const packages = {
    'node_modules/local-cloud': { resolved: 'packages/local-cloud', link: true },
    'packages/local-cloud': { version: '0.1.0' },
    'packages/local-cloud/node_modules/a': { version: '1.0.0', integrity },
  };
  expect(errors(packages)).toEqual([
    expect.stringContaining('packages/local-cloud/node_modules/a is a'),
  ]);
});

test.each([
  ['to no folder', 'tools/none', { 'tools/none': { name: '@them/ours' } }, 'is not'],
  ['to a folder the lock does not describe', 'tools/ours', {}, 'is not'],
  ['out of the project', '../ours', {}, 'out of this project'],
  [
    'into another package',
    'node_modules/a/tools/ours',
    { 'node_modules/a/tools/ours': { name: '@them/ours' } },
    'into another package',
  ],
])('a link %s is refused', (_, resolved, others, error) => {
  expect(errors({ 'node_modules/@them/ours': { resolved, link: true }, ...others })).toEqual([
    expect.stringContaining(error),
  ]);
});

test('a link to a folder of another name is refused', () => {
  const packages = {
    'node_modules/@them/other': { resolved: 'tools/ours', link: true },
    'tools/ours': { name: '@them/ours' },
  };
  expect(errors(packages)).toEqual([expect.stringContaining('is not')]);
});

test('a folder that nothing links to is refused, also inside of another package', () => {
  expect(errors({ 'tools/ours': {} })).toHaveLength(1);
  expect(errors({ 'node_modules/@a/b/tools/ours': { dev: true } })).toHaveLength(1);
  expect(errors({ 'node_modules/a/tools': { dev: true } })).toHaveLength(1);
});

test('a package without a sha512 is refused, whichever platform it is for', () => {
  expect(errors({ 'node_modules/a': { version: '1.0.0' } })).toEqual([
    'a@1.0.0 has no sha512 to hold it to. Run: npm run lock',
  ]);
  expect(errors({ 'node_modules/a': { version: '1.0.0', integrity: 'sha1-abc' } })).toHaveLength(1);
  const binary = { version: '1.0.0', optional: true, os: ['darwin'] };
  expect(errors({ 'node_modules/@a/darwin-arm64': binary })).toHaveLength(1);
});

test('a package without a hash is listed by name and version, for as long as that is so', () => {
  const noMetadata = ['@a/darwin-arm64@1.0.0'];
  const listed = (it: object) => errors({ 'node_modules/@a/darwin-arm64': it }, { noMetadata });
  expect(listed({ version: '1.0.0' })).toEqual([]);
  expect(listed({ version: '1.0.1' })).toHaveLength(2);
  expect(listed({ version: '1.0.0', integrity })).toEqual([expect.stringContaining('Remove it')]);
});

test('a package comes from npm’s registry and from nowhere else', () => {
  for (const resolved of [
    'https://registry.example/a.tgz',
    'http://a.tgz',
    'git+ssh://a',
    'file:../a',
  ])
    expect(errors({ 'node_modules/a': { integrity, resolved } })).toEqual([
      expect.stringContaining(resolved),
    ]);
});

function overriding(overrides: object): readonly string[] {
  return errors({}, { overrides });
}

test('an override that is a path is refused: npm before 11 resolves it inside the package that depends on it', () => {
  expect(overriding({ a: '$a', b: '1.0.0', c: { d: '2.0.0' } })).toEqual([]);
  expect(overriding({ a: 'file:./tools/a' })).toEqual([
    expect.stringContaining('The override of a'),
  ]);
  expect(overriding({ b: { c: 'file:./tools/c' } })).toEqual([
    expect.stringContaining('The override of c'),
  ]);
  expect(overriding({ b: { '.': './tools/b' } })).toEqual([
    expect.stringContaining('The override of b'),
  ]);
});
