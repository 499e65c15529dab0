import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A colour in the light and in the dark theme, such as `#1d5c45`. */
export type Colour = { readonly light: string; readonly dark: string };

/** The text of `theme.css`, for pages that are not part of the app. */
export function readTheme(): string {
  return readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8');
}

/** The colours in a theme, by name: `paper`, `accent`. */
export function coloursIn(theme: string): ReadonlyMap<string, Colour> {
  const declared = theme.matchAll(/--([\w-]+):\s*light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\);/gi);
  return new Map(
    [...declared].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
  );
}

/** A colour that the theme must have. */
export function colourNamed(name: string, theme = readTheme()): Colour {
  const colour = coloursIn(theme).get(name);
  if (colour) return colour;
  throw new Error(
    `brand/theme.css has no --${name}: light-dark(#……, #……). Both colours are # and six digits.`,
  );
}
