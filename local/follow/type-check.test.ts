import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createTypeCheck } from './type-check.ts';

const house = resolve(import.meta.dirname, '../..');

// The check gives way to everything else that runs.
vi.setConfig({ testTimeout: 60_000 });

/** A project of two programs, the one importing the other. */
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
  save('core/form.ts', 'export const version: number = 1;');
  save(
    'forms/visit.ts',
    `import { version } from '../core/form.ts'; export const it: number = version;`,
  );
  symlinkSync(join(house, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const told: Record<'types' | 'words', (string | undefined)[]> = { types: [], words: [] };
  const types = createTypeCheck({
    project: folder,
    folder: join(folder, 'types'),
    tell: (about, errors) => void told[about].push(errors),
  });
  onTestFinished(() => {
    types.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    save,
    check: types.check,
    told,
    tells: async (times: number): Promise<string | undefined> => {
      await vi.waitFor(() => expect(told.words).toHaveLength(times), { timeout: 55_000 });
      return told.types.at(-1);
    },
  };
}

test('a type error is told by file, line and column, once for all programs; and that it is gone', async () => {
  const { save, check, tells } = project();
  save('core/form.ts', `\nexport const version: number = 'one';`);
  check();
  const errors = await tells(1);
  expect(errors).toContain(`core/form.ts:2:14  Type 'string' is not assignable to type 'number'.`);
  expect(errors?.match(/core\/form\.ts/g)).toHaveLength(1);
  save('core/form.ts', 'export const version: number = 1;');
  check();
  expect(await tells(2)).toBeUndefined();
});

test('asked again before it is done, it tells only of what the files say by then', async () => {
  const { save, check, tells, told } = project();
  save('forms/visit.ts', 'export const it: number = true;');
  check();
  save('forms/visit.ts', 'export const it: number = 1;');
  check();
  expect(await tells(1)).toBeUndefined();
  expect(told.types).toEqual([undefined]);
});

test('words that another language lacks are told apart: the form works without them', async () => {
  const { save, check, tells, told } = project();
  save('forms/ar/visit.ts', `export const words: { city: string } = {};`);
  check();
  expect(await tells(1)).toBeUndefined();
  expect(told.words[0]).toContain("forms/ar/visit.ts:1:14  Property 'city' is missing");
});
