import { contrast } from '#brand/contrast.ts';

/** How the page around a frame wants it to look. What is not valid is left out. */
export type FrameLook = {
  readonly theme?: 'light' | 'dark';
  /** A colour as `#1d5c45`. */
  readonly accent?: string;
  /** Pixels. */
  readonly fontSize?: number;
};

/** The colours on which the accent is read, in the theme that the frame has: `#faf8f3`. */
type Backgrounds = readonly string[];

/** WCAG 2.2, AA, for text. */
const least = 4.5;

/**
 * The look in the query of the frame's address: `?look-theme=dark&look-accent=8ad2ae&look-size=18`. With a hyphen, which no
 * field has in its name.
 * @param backgroundsIn of one theme, or of both if the frame follows the device
 */
export function frameLook(
  query: string,
  backgroundsIn: (theme: FrameLook['theme']) => Backgrounds,
): FrameLook {
  const parameters = new URLSearchParams(query);
  const theme = parameters.get('look-theme');
  const accent = parameters.get('look-accent') ?? '';
  const size = parameters.get('look-size') ?? '';
  const wanted = theme === 'light' || theme === 'dark' ? theme : undefined;
  const colour = `#${accent.toLowerCase()}`;
  const backgrounds = backgroundsIn(wanted);
  const isReadable =
    /^#[\da-f]{6}$/.test(colour) &&
    backgrounds.length > 0 &&
    backgrounds.every((it) => contrast(colour, it) >= least);
  return {
    ...(wanted && { theme: wanted }),
    ...(isReadable && { accent: colour }),
    ...(/^\d\d$/.test(size) &&
      Number(size) >= 14 &&
      Number(size) <= 24 && { fontSize: Number(size) }),
  };
}
