import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { checkForms } from './check-forms-plugin.ts';

test('an app with an invalid form is not built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-forms-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'forms'));
  const writeCheck = (body: string) =>
    writeFileSync(join(folder, 'forms/check-forms-on-import.ts'), body);
  writeFileSync(join(folder, 'main.js'), 'export {}');
  const built = () =>
    build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [checkForms(folder)],
      build: { rolldownOptions: { input: join(folder, 'main.js') } },
    });
  writeCheck(`throw new Error('Form "visit": version must be 1, 2, 3, …');`);
  await expect(built()).rejects.toThrow('Form "visit": version must be');
  writeCheck('');
  await expect(built()).resolves.toBeDefined();
});
