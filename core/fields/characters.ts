/** What may stand in text. */

/** A line of nothing else is what it looks like. Most are, and to ask Unicode first takes a millisecond. */
const ascii = /^[ -~]*$/;

/** Half of a surrogate pair: not a character, and DynamoDB would store something else. */
const loneSurrogate = /\p{Surrogate}/u;

/** What a decoder puts in the place of bytes it cannot read: whatever stood there is lost. */
const replacement = '\uFFFD';

/** C0 and C1, NUL and ESC among them. */
const controlButLineBreakAndTab = /[^\P{Control}\n\t]/u;

/** Makes text read in another order than it is stored (U+202A–202E, U+2066–2069). */
const directionOverride = /[\u202A-\u202E\u2066-\u2069]/u;

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

export function isPlainLine(text: string): boolean {
  return ascii.test(text) || (isPlainText(text) && !/[\n\t]/.test(text));
}

export function isPlainText(text: string): boolean {
  return !isDamaged(text) && !controlButLineBreakAndTab.test(text) && !directionOverride.test(text);
}

/** The same words on one line that holds nothing but characters: what may stand in a header. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

/** The same words without what `isPlainText` would not let through. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Control}\n\t]|[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}|\uFFFD/gu, '')
    .trim();
}

function isDamaged(text: string): boolean {
  return loneSurrogate.test(text) || text.includes(replacement);
}

/** Characters as a person counts them, not UTF-16 units: an emoji is one, not two. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Whether `tidy` is cheap: asked before it. */
export function canBeTidied(text: string): boolean {
  return ascii.test(text) || !pileOfMarks.test(text);
}

/** The same text typed on two keyboards is stored once: NFC, `\n` line ends, no blanks around. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** The digits of Arabic and Persian keyboards, and their decimal sign, as the ones that are stored. */
export function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (it) => String(it.charCodeAt(0) % 16))
    .replace('\u066B', '.');
}
