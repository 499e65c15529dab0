import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFormChanges } from './form-changes.ts';

const url = 'http://localhost:5173/';

test('an added form is announced with its address, a removed one by its name', async () => {
  const project = mkdtempSync(join(tmpdir(), 'formstead-news-'));
  onTestFinished(() => rmSync(project, { recursive: true }));
  mkdirSync(join(project, 'forms'));
  writeFileSync(
    join(project, 'package.json'),
    '{ "type": "module", "imports": { "#forms/*": "./forms/*" } }',
  );
  const list = (...ids: string[]) =>
    writeFileSync(
      join(project, 'forms/index.ts'),
      `export const forms = [${ids.map((id) => `{ id: '${id}', title: 'The ${id}' }`).join()}];`,
    );
  const formChanges = createFormChanges(project);
  list('ride');
  expect(await formChanges(url)).toEqual([]);
  list('ride', 'visit');
  expect(await formChanges(url)).toEqual(['+ The visit: http://localhost:5173/visit']);
  expect(await formChanges(url)).toEqual([]);
  writeFileSync(join(project, 'forms/index.ts'), 'a mistake');
  expect(await formChanges(url)).toEqual([]);
  list('visit');
  expect(await formChanges(url)).toEqual([
    '− The ride (ride): its page is gone, its entries are kept',
  ]);
});
