import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brand } from './brand.ts';

const root = join(import.meta.dirname, '..');

/** The name under which this project is published, which belongs into `brand.ts` alone. */
const published = /Formstead/;

/** Names of stored things: other names would be other things. */
const exceptions: Readonly<Record<string, RegExp>> = {
  'amplify/api/request-log.ts': /Namespace: 'Formstead'/,
  'amplify/mail/mail-log.ts': /Namespace: 'Formstead'/,
};

test('no page, mail or line in the terminal names the product itself: it takes the name from here', () => {
  const parts = ['amplify', 'core', 'dev', 'forms', 'packages', 'public', 'src', 'tools/vite'];
  const listed = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', ...parts, 'index.html'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const files = listed
    .trim()
    .split('\n')
    .filter((it) => !/\.(test|contract)\.tsx?$|\/testing\/|\.png$/.test(it))
    .filter((it) => existsSync(join(root, it)));
  expect(files.length).toBeGreaterThan(300);
  const naming = files.filter((it) =>
    published.test(readFileSync(join(root, it), 'utf8').replace(exceptions[it] ?? /$^/, '')),
  );
  expect(naming).toEqual([]);
});

test('the name fits under an icon and into the sender of a mail', () => {
  expect(brand.name).toMatch(/^[^\s"(),.:;<>@[\\\]][^"(),.:;<>@[\\\]\n]{0,29}$/);
  for (const { href } of brand.links) expect(href).toMatch(/^(https|mailto):/);
  expect(brand.operator.href ?? 'https:').toMatch(/^(https|mailto):/);
});
