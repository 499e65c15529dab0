import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { expect, test } from 'vitest';
import { brand } from '../../brand/brand.ts';
import { colourNamed } from '../../brand/read-theme.ts';
import { brandInPage, withValues } from './brand-in-page.ts';
import { manifest } from './manifest.ts';

const index = readFileSync(resolve(import.meta.dirname, '../../index.html'), 'utf8');

test('the page has the name, the description and the colours before anything is loaded', () => {
  const page = transformed(brandInPage());
  expect(page).toContain(withValues('<title>%it%</title>', { it: brand.name }));
  expect(page).toContain(withValues('content="%it%"', { it: brand.description }));
  for (const colour of Object.values(colourNamed('paper'))) expect(page).toContain(`"${colour}"`);
  expect(page).not.toMatch(/%[\w-]+%/);
});

test('the installed app has the same name and colour', () => {
  const { light } = colourNamed('paper');
  expect(manifest).toMatchObject({ name: brand.name, short_name: brand.name, theme_color: light });
});

test('a name with the characters of HTML stays a name', () => {
  expect(withValues('<title>%name%</title>', { name: 'A & B <i>"C"</i>' })).toBe(
    '<title>A &#38; B &#60;i&#62;&#34;C&#34;&#60;/i&#62;</title>',
  );
});

/** What Vite makes of `index.html` with the plugin. */
function transformed({ transformIndexHtml }: Plugin): string {
  const { handler } = transformIndexHtml as { readonly handler: (html: string) => string };
  return handler(index);
}
