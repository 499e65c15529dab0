/** Which characters are allowed in text, and ways to count them. Normalisation is in tidy-text.ts. */

/** Fast path: most lines are plain ASCII, and the Unicode checks take about a millisecond. */
export const ascii = /^[ -~]*$/;

/**
 * Lone surrogates (DynamoDB would store something else), the replacement character (a decoder could not
 * read the bytes), and code points that Unicode will never assign.
 */
const damaged = /[\p{Surrogate}\uFFFD\p{Noncharacter_Code_Point}]/u;

/** Any character that draws something: no control, space or zero-width character, and not the blank Braille pattern. */
const visible = /[^\p{Other}\p{Separator}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * More combining marks on one letter than any language uses (UAX #15, Stream-Safe Text). NFC sorts marks,
 * and thousands of them take a second.
 */
const pileOfMarks = /\p{Mark}{31}/u;

export function isVisible(text: string): boolean {
  return /[!-~]/.test(text) || visible.test(text);
}

/** Whether the text contains characters whose original is lost. */
export function isDamaged(text: string): boolean {
  return !ascii.test(text) && damaged.test(text);
}

export function withoutDamage(text: string): string {
  return text.replace(new RegExp(damaged, 'gu'), '');
}

/** Whether the text can be normalised quickly. */
export function hasFewMarks(text: string): boolean {
  return ascii.test(text) || !pileOfMarks.test(text);
}

/**
 * Characters as a person counts them (graphemes): a family emoji is one, and so is a Hindi syllable. Engines
 * support different versions of Unicode, so check the number of code points first: if that is within a limit,
 * the number of graphemes is too.
 */
export function countCharacters(text: string): number {
  return ascii.test(text) ? text.length : Array.from(new Intl.Segmenter().segment(text)).length;
}

/** Words as they are separated by spaces, so that every engine counts the same. */
export function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

export function countCodePoints(text: string): number {
  return Array.from(text).length;
}

/** Length in UTF-8. The text must not be damaged. */
export function countBytes(text: string): number {
  return ascii.test(text) ? text.length : encodeURIComponent(text).replace(/%../g, '_').length;
}

/** Replaces the decimal digits of any script with 0–9. */
export function westernDigits(text: string): string {
  return ascii.test(text)
    ? text
    : text.replace(/[^\P{Decimal_Number}0-9]/gu, (it) => String(valueOf(it)));
}

/** Unicode lists the ten digits of each script in a row, from zero. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Decimal_Number}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
