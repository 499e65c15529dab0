/** How a form looks, where it differs from the brand. */
export type FormLook = {
  /** The colour of its buttons and links, such as `#1d5c45`. Without a dark one, the dark theme has a lighter tint of it. */
  readonly accent?: string | AccentColours;
  /** Who asks, above the form. */
  readonly name?: string;
  /** A picture beside the name, from the folder `public`: `/looks/clinic.svg`. */
  readonly logo?: string;
  /** A wide picture above the form, from the same folder. It decorates, and is not read out. */
  readonly cover?: string;
};

/** Of the light and of the dark theme. */
export type AccentColours = { readonly light: string; readonly dark: string };

/** How much white the tint has: enough to be read on anything dark. */
const whiteInDark = 0.6;

export function accentColoursOf({ accent }: FormLook): AccentColours | undefined {
  if (typeof accent !== 'string') return accent;
  return { light: accent, dark: mixed(accent, '#ffffff', whiteInDark) };
}

/** A colour with a share of another, from 0 to 1. */
export function mixed(colour: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [one, two] = [colour, other].map((it) => Number.parseInt(it.slice(at, at + 2), 16));
    return Math.round((one ?? 0) * (1 - share) + (two ?? 0) * share);
  });
  return `#${parts.map((it) => it.toString(16).padStart(2, '0')).join('')}`;
}
