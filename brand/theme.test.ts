import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { colourNamed, coloursIn, readTheme, type Colour } from './read-theme.ts';

const surfaces = ['paper', 'sheet'];

/** Which colour is seen on which. WCAG 2.2, AA: 4.5 for text, 3 for edges and signs that people must make out. */
const seenOn: readonly [ratio: number, front: string, backs: readonly string[]][] = [
  [4.5, 'ink', [...surfaces, 'accent-wash', 'waiting-wash', 'danger-wash']],
  [4.5, 'ink-soft', surfaces],
  [4.5, 'accent', [...surfaces, 'accent-wash']],
  [4.5, 'accent-strong', [...surfaces, 'accent-wash']],
  [4.5, 'on-accent', ['accent', 'accent-strong']],
  [4.5, 'waiting', [...surfaces, 'waiting-wash']],
  [4.5, 'danger', [...surfaces, 'danger-wash']],
  // The text of buttons that delete, and of the number of entries that wait.
  [4.5, 'paper', ['danger', 'danger-strong', 'waiting']],
  [3, 'edge', surfaces],
];

const pairs = seenOn.flatMap(([ratio, front, backs]) =>
  backs.flatMap((back) =>
    (['light', 'dark'] as const).map((scheme) => [front, back, scheme, ratio] as const),
  ),
);

test.each(pairs)('%s on %s is readable in the %s theme', (front, back, scheme, ratio) => {
  const seen = contrast(colourNamed(front)[scheme], colourNamed(back)[scheme]);
  expect(seen, `${seen.toFixed(2)} to 1`).toBeGreaterThanOrEqual(ratio);
});

test('every colour of the theme is checked, except lines that only decorate', () => {
  const checked = new Set(seenOn.flatMap(([, front, backs]) => [front, ...backs]));
  const left = [...coloursIn(readTheme()).keys()].filter((it) => !checked.has(it));
  expect(left).toEqual(['hairline']);
});

test('all other styles take their colours from the theme, except shadows', () => {
  const root = join(import.meta.dirname, '..');
  const colour = /#[\da-f]{3,8}\b(?=[^{}]*;)|\b(rgb|hsl|lab|lch|oklab|oklch)a?\(/i;
  const notColours = /\/\*[^]*?\*\/|rgb\(0 0 0 \/ \d+%\)/g;
  const withColours = globSync('src/**/*.css', { cwd: root }).filter((file) =>
    colour.test(readFileSync(join(root, file), 'utf8').replaceAll(notColours, '')),
  );
  expect(withColours).toEqual([]);
});

test('contrast is measured as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a colour that the theme lacks is named', () => {
  expect(() => colourNamed('accent', ':root { --accent: green; }')).toThrow(
    'brand/theme.css has no --accent: light-dark(#……, #……).',
  );
  expect(colourNamed('accent', '--accent: light-dark(#00ff00, #003300);')).toEqual({
    light: '#00ff00',
    dark: '#003300',
  } satisfies Colour);
});
