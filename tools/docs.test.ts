import { expect, test } from 'vitest';
import { faultsIn } from './docs.js';

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
