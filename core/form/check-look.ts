import { isBlankText } from './check-field.ts';
import type { Form } from './define-form.ts';

/** What is wrong with a form’s look, but for the contrast, which depends on the theme: tools/vite/check-looks.ts. */
export function issuesOfLook({ look }: Pick<Form, 'look'>): readonly string[] {
  if (look === undefined) return [];
  const { accent, name, logo, cover } = look;
  const colours = typeof accent === 'object' ? [accent.light, accent.dark] : [accent];
  const issues = [
    accent !== undefined &&
      !colours.every(isColour) &&
      'look.accent has to be # and six digits, such as #1d5c45, or two of them: { light, dark }.',
    name !== undefined && isBlankText(name) && 'look.name is blank: leave it out.',
    logo !== undefined &&
      name === undefined &&
      'look.logo needs look.name, for people who do not see it.',
    ...Object.entries({ logo, cover }).map(
      ([what, path]) =>
        path !== undefined &&
        !isPicture(path) &&
        `look.${what}: "${path}" has to be a picture in the folder public, such as /looks/clinic.svg: svg, png, webp or jpg.`,
    ),
  ];
  return issues.filter((it) => it !== false);
}

const isColour = (it: unknown) => typeof it === 'string' && /^#[\da-f]{6}$/.test(it);

const isPicture = (it: unknown) =>
  typeof it === 'string' && /^(\/[a-z\d][\w-]*)+\.(svg|png|webp|jpg)$/.test(it);
