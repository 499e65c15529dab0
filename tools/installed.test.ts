import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { installAdvice } from './installed.js';

const projectRoot = resolve(import.meta.dirname, '..');
const old = '20.20.2';
const own = process.versions.node;

/** A project with two required packages and an optional one. */
function project(...installed: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-installed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const save = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  save(
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: { react: '1' },
      devDependencies: { '@a/vite': '1' },
      optionalDependencies: { node: '24' },
      engines: { node: '>=24' },
    }),
  );
  for (const it of installed) save(it, '{}');
  return folder;
}

const react = 'node_modules/react/package.json';
const vite = 'node_modules/@a/vite/package.json';
const node = 'node_modules/node/package.json';

test('if nothing is installed, the advice is npm ci, whatever the Node', () => {
  for (const version of [old, own])
    expect(installAdvice(project(), version)).toBe('Nothing is installed yet: run npm ci');
  expect(installAdvice(project('node_modules/.bin/vite'), own)).toMatch(
    /^Nothing is installed yet/,
  );
});

test('missing packages are named after an interrupted install, or after a package was added', () => {
  expect(installAdvice(project(react), own)).toBe(
    'Not everything is installed: @a/vite is missing. Run npm ci',
  );
});

test('what only a workspace depends on is also looked for', () => {
  const folder = project(react, vite);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      workspaces: ['inner'],
      dependencies: { react: '1' },
      engines: { node: '24' },
    }),
  );
  mkdirSync(join(folder, 'inner'));
  writeFileSync(
    join(folder, 'inner/package.json'),
    '{"dependencies":{"@a/vite":"1","emulate":"1"}}',
  );
  expect(installAdvice(folder, own)).toContain('emulate is missing');
});

test('with everything installed any Node from 24 on works, with or without the project’s own', () => {
  for (const version of ['24.0.0', '24.21.0', '26.0.0', own]) {
    expect(installAdvice(project(react, vite), version)).toBeUndefined();
    expect(installAdvice(project(react, vite, node), version)).toBeUndefined();
  }
});

test('with an older Node, the advice depends on whether the project’s own is installed', () => {
  for (const version of [old, '22.23.3', '23.11.0'])
    expect(installAdvice(project(react, vite, node), version)).toBe(
      `This project needs Node 24 or later, and this is ${version}. The project brings its own, but its install script has not run: run npm ci without --ignore-scripts, or install Node 24`,
    );
  expect(installAdvice(project(react, vite), old)).toContain('could not be installed');
  const bin = 'node_modules/node/bin/node';
  expect(installAdvice(project(react, vite, node, bin), old)).toContain('run it through npm');
});

test('the command prints the advice and stops before it imports anything', () => {
  const folder = project();
  for (const file of ['installed.js', 'node-version.js'])
    cpSync(join(projectRoot, 'tools', file), join(folder, 'tools', file));
  const run = () =>
    spawnSync(process.execPath, ['tools/node-version.js'], { cwd: folder, encoding: 'utf8' });
  expect(run()).toMatchObject({ status: 1, stderr: 'Nothing is installed yet: run npm ci\n' });
  for (const file of [react, vite]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '{}');
  }
  expect(run()).toMatchObject({ status: 0, stderr: '' });
});

test('every npm script checks first; npm run dev is npm start', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [name, script] of Object.entries(scripts))
    expect(script, name).toMatch(/^node tools\/node-version\.js && /);
  expect(scripts['dev']).toBe(scripts['start']);
});
