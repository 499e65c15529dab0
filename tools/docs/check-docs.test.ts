import { expect, test } from 'vitest';
import { errorsIn } from './check-docs.js';

test('a page may not link to, name or run what does not exist', () => {
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
  const project = {
    scripts: { check: '', test: '' },
    isFile: (path: string) => path in pages,
    read: (path: string) => pages[path] ?? '',
  };
  expect(errorsIn('docs/a.md', project)).toEqual([
    'docs/a.md: links to c.md, which does not exist',
    'docs/a.md: links to b.md#elsewhere, which has no such heading',
    'docs/a.md: names npm run nothing, but there is no such script',
    'docs/a.md: names npx other, but no such command is installed',
    'docs/a.md: names core/gone.ts, which does not exist',
  ]);
});
