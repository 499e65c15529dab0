import type { Plugin } from 'vite';
import { brand } from '../../brand/brand.ts';
import { colourNamed } from '../../brand/read-theme.ts';

/** Fills in the name, the description and the colours that `index.html` needs before any script or style is loaded. */
export function brandInPage(): Plugin {
  return {
    name: 'brand-in-page',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const paper = colourNamed('paper');
        return withValues(html, {
          'brand-name': brand.name,
          'brand-description': brand.description,
          'light-paper': paper.light,
          'dark-paper': paper.dark,
        });
      },
    },
  };
}

/** Replaces each `%name%` by its value, escaped for text and attributes. */
export function withValues(html: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce(
    (page, [name, value]) =>
      page.replaceAll(`%${name}%`, () =>
        value.replace(/[&<>"']/g, (it) => `&#${it.codePointAt(0)};`),
      ),
    html,
  );
}
