import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { contrast } from '../../brand/contrast.ts';
import { colourNamed } from '../../brand/read-theme.ts';
import type { Form } from '../../core/form/define-form.ts';
import { accentColoursOf, mixed } from '../../core/form/form-look.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

/** Fails unless every form's accent can be read in both themes, and its pictures are there. */
export function checkLooks(folder = projectRoot): Plugin {
  return {
    name: 'formstead:check-looks',
    async buildStart() {
      const { module } = await runnerImport<{ readonly forms: readonly Form[] }>(
        resolve(folder, 'forms/index.ts'),
      );
      const issues = issuesOfLooks(module.forms, (path) =>
        existsSync(join(folder, 'public', path)),
      );
      if (issues.length > 0) throw new Error(issues.join('\n'));
    },
  };
}

type WithLook = Pick<Form, 'id' | 'look'>;

/** Sentences for the forms' author. */
export function issuesOfLooks(
  forms: readonly WithLook[],
  isThere: (path: string) => boolean,
): readonly string[] {
  return forms.flatMap(({ id, look = {} }) => {
    const missing = [look.logo, look.cover].flatMap((it) =>
      it === undefined || isThere(it) ? [] : [`there is no picture public${it}.`],
    );
    const accents = accentColoursOf(look);
    const unreadable = accents
      ? themes.flatMap((it) => issueOfContrast(accents[it], it) ?? [])
      : [];
    return [...missing, ...unreadable].map((it) => `Form "${id}": ${it}`);
  });
}

const themes = ['light', 'dark'] as const;

/** What links and buttons lie on. The text on a button has the colour of the sheet. */
const surfaces = ['paper', 'sheet', 'accent-wash'];

/** WCAG 2.2, AA, for text. */
const least = 4.5;

function issueOfContrast(accent: string, theme: (typeof themes)[number]): string | undefined {
  const ratio = lowestContrast(accent, theme);
  if (ratio >= least) return undefined;
  return `look.accent ${accent} has a contrast of ${ratio.toFixed(2)} to 1 in the ${theme} theme, and text needs ${least}. ${closestReadable(accent, theme)} would do.`;
}

function lowestContrast(accent: string, theme: (typeof themes)[number]): number {
  return Math.min(...surfaces.map((it) => contrast(accent, colourNamed(it)[theme])));
}

/** Darker, or lighter in the dark theme, in steps of a hundredth until it can be read. */
function closestReadable(accent: string, theme: (typeof themes)[number]): string {
  const end = theme === 'light' ? '#000000' : '#ffffff';
  const shades = Array.from({ length: 100 }, (_, i) => mixed(accent, end, (i + 1) / 100));
  return shades.find((it) => lowestContrast(it, theme) >= least) ?? end;
}
