/** What may stand in text, and how much of it there is. What becomes of the rest: tidy.ts. */

/** A line of nothing else is what it looks like. Most are, and to ask Unicode first takes a millisecond. */
export const ascii = /^[ -~]*$/;

/**
 * Half of a surrogate pair, which DynamoDB would store as something else; what a decoder puts in the place
 * of bytes it cannot read; and what Unicode says will never be a character.
 */
const damaged = /[\p{Surrogate}\uFFFD\p{Noncharacter_Code_Point}]/u;

/** Anything with ink: not a control, a space, a zero-width character, nor the blank Braille pattern. */
const visible = /[^\p{Other}\p{Separator}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * More marks on one letter than any language has (UAX #15, Stream-Safe Text). Putting thousands in
 * order, as NFC does, takes a second.
 */
const pileOfMarks = /\p{Mark}{31}/u;

export function isVisible(text: string): boolean {
  return /[!-~]/.test(text) || visible.test(text);
}

/** Whether what stood there is lost: nobody can say what was meant. */
export function isDamaged(text: string): boolean {
  return !ascii.test(text) && damaged.test(text);
}

export function withoutDamage(text: string): string {
  return text.replace(new RegExp(damaged, 'gu'), '');
}

/** Whether its marks can be put in order in no time. */
export function hasFewMarks(text: string): boolean {
  return ascii.test(text) || !pileOfMarks.test(text);
}

/**
 * Characters as a person counts them: a family of four is one, and so is a syllable of Hindi. Engines know
 * the writing of the world to different years, so what is short enough by code points is so by any count.
 */
export function countCharacters(text: string): number {
  return ascii.test(text) ? text.length : Array.from(new Intl.Segmenter().segment(text)).length;
}

export function countCodePoints(text: string): number {
  return Array.from(text).length;
}

/** What it takes as UTF-8, if nothing in it is damaged. */
export function countBytes(text: string): number {
  return ascii.test(text) ? text.length : encodeURIComponent(text).replace(/%../g, '_').length;
}

/** The digits of any script as the ones that are stored. */
export function westernDigits(text: string): string {
  return ascii.test(text)
    ? text
    : text.replace(/[^\P{Decimal_Number}0-9]/gu, (it) => String(valueOf(it)));
}

/** Unicode has each script's ten digits in a row, from zero. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Decimal_Number}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
