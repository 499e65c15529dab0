import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { wellFormedForms } from './well-formed.ts';

test('no app is built with a form that could not work', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-forms-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'forms'));
  const say = (look: string) =>
    writeFileSync(
      join(folder, 'forms/well-formed.ts'),
      `export function refuseMalformedForms() { ${look} }`,
    );
  writeFileSync(join(folder, 'main.js'), 'export {}');
  const built = () =>
    build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [wellFormedForms(folder)],
      build: { rolldownOptions: { input: join(folder, 'main.js') } },
    });
  say(`throw new Error('Form "visit": version must be 1, 2, 3, …');`);
  await expect(built()).rejects.toThrow('Form "visit": version must be');
  say('');
  await expect(built()).resolves.toBeDefined();
});
