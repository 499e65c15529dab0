import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** What `npx` prints in a project with these programs installed; npm's own prints its arguments. */
function npxIn(installed: readonly string[], ...args: readonly string[]): string {
  const project = mkdtempSync(join(tmpdir(), 'formstead-npx-'));
  onTestFinished(() => rmSync(project, { recursive: true }));
  const write = (folder: string, program: string) => {
    mkdirSync(join(project, folder), { recursive: true });
    const file = join(project, folder, program);
    writeFileSync(file, `#!/bin/sh\necho ${folder}/${program} "$@"\n`, { mode: 0o755 });
  };
  write('npm', 'npx');
  for (const program of installed) write('node_modules/.bin', program);
  const path = [import.meta.dirname, join(project, 'npm'), process.env['PATH']].join(':');
  const { stdout } = spawnSync('sh', ['-c', `npx ${args.join(' ')}`], {
    cwd: project,
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
  });
  return stdout.trim();
}

test.runIf(process.platform !== 'win32')('esbuild starts without npm', () => {
  expect(npxIn(['esbuild'], '--no-install', 'esbuild', '--bundle', 'a.ts')).toBe(
    'node_modules/.bin/esbuild --bundle a.ts',
  );
});

test.runIf(process.platform !== 'win32')(
  'npm starts everything else, and what is not there',
  () => {
    expect(npxIn(['esbuild', 'tsc'], '--no-install', 'tsc', '-p', 'core')).toBe(
      'npm/npx --no-install tsc -p core',
    );
    expect(npxIn([], '--no-install', 'esbuild', '--version')).toBe(
      'npm/npx --no-install esbuild --version',
    );
  },
);
