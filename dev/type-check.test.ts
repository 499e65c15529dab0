import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTypeCheck } from './type-check.ts';

const projectRoot = resolve(import.meta.dirname, '..');

/** A project of two TypeScript programs, one importing the other. */
function project() {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-types-'));
  const save = (file: string, text: string) => writeFileSync(join(folder, file), text);
  mkdirSync(join(folder, 'forms/ar'), { recursive: true });
  mkdirSync(join(folder, 'core'));
  for (const program of ['core', 'forms']) {
    save(
      `${program}/tsconfig.json`,
      '{ "compilerOptions": { "strict": true, "noEmit": true, "types": [], "lib": ["es5"], "allowImportingTsExtensions": true, "module": "esnext", "moduleResolution": "bundler" }, "include": ["."] }',
    );
  }
  save('core/version.ts', 'export const version: number = 1;');
  save(
    'forms/visit.ts',
    `import { version } from '../core/version.ts'; export const it: number = version;`,
  );
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const reported: Record<'types' | 'translations', (string | undefined)[]> = {
    types: [],
    translations: [],
  };
  const types = createTypeCheck({
    project: folder,
    folder: join(folder, 'types'),
    report: (source, errors) => void reported[source].push(errors),
  });
  onTestFinished(() => {
    types.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    save,
    check: types.check,
    reported,
    nextReport: async (times: number): Promise<string | undefined> => {
      await expect.poll(() => reported.translations).toHaveLength(times);
      return reported.types.at(-1);
    },
  };
}

test('a type error is reported once by file, line and column, and cleared when fixed', async () => {
  const { save, check, nextReport } = project();
  save('core/version.ts', `\nexport const version: number = 'one';`);
  check();
  const errors = await nextReport(1);
  expect(errors).toContain(
    `core/version.ts:2:14  Type 'string' is not assignable to type 'number'.`,
  );
  expect(errors?.match(/core\/version\.ts/g)).toHaveLength(1);
  save('core/version.ts', 'export const version: number = 1;');
  check();
  expect(await nextReport(2)).toBeUndefined();
});

test('a check that starts before the last one ended replaces it', async () => {
  const { save, check, nextReport, reported } = project();
  save('forms/visit.ts', 'export const it: number = true;');
  check();
  save('forms/visit.ts', 'export const it: number = 1;');
  check();
  expect(await nextReport(1)).toBeUndefined();
  expect(reported.types).toEqual([undefined]);
});

test('missing translations are reported separately: the form works without them', async () => {
  const { save, check, nextReport, reported } = project();
  save('forms/ar/visit.ts', `export const words: { city: string } = {};`);
  check();
  expect(await nextReport(1)).toBeUndefined();
  expect(reported.translations[0]).toContain("forms/ar/visit.ts:1:14  Property 'city' is missing");
});
