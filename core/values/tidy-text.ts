/**
 * Normalises typed or pasted text before it is stored. Invisible characters are removed unless they change how
 * visible ones look, and text that looks the same becomes the same. There is one function for each kind of
 * box. docs/decisions/0033.
 */
import { ascii, hasFewMarks } from './characters.ts';

/** For several lines: indents and special spaces are kept. */
export function tidyText(text: string): string {
  return normalized(withoutInvisible(text.replace(lineBreak, '\n'))).trim();
}

/** For one line: every kind of space and line break becomes a plain space. */
export function tidyLine(text: string): string {
  if (ascii.test(text)) return text.trim();
  return normalized(withoutInvisible(text.replace(lineBreak, '\n')).replace(/\s/g, ' ')).trim();
}

/** For numbers, addresses and codes: full-width letters become plain ones, and direction marks are removed. */
export function tidyCode(text: string): string {
  if (ascii.test(text)) return text.trim();
  const narrow = text.replace(/[\uFF01-\uFF5E]/g, (it) => it.normalize('NFKC'));
  return tidyLine(narrow.replace(/[\u200E\u200F\u061C]/g, ''));
}

/** Line breaks of other programs: Windows, Word, slides, mainframes, JavaScript. */
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Invisible characters: controls, default-ignorable code points, interlinear annotation marks, and the object
 * replacement character (a picture that was not copied along).
 */
const invisible = /[^\P{Control}\n\t]|[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC]/u;

/** Blank characters that Unicode classifies as letters. */
const hangulFiller = /[\u3164\uFFA0]/g;

/** Flags such as England’s: the only legitimate use of tag characters, which can otherwise hide text. */
const flag = /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F})/u;

function withoutInvisible(text: string): string {
  if (!invisible.test(text)) return text;
  const isBidirectional = hasRightToLeft(text);
  return text
    .replace(hangulFiller, ' ')
    .split(flag)
    .map((part, i) => (i % 2 === 1 ? part : withoutUselessCharacters(part, isBidirectional)))
    .join('');
}

function withoutUselessCharacters(text: string, isBidirectional: boolean): string {
  const characters = Array.from(text);
  let kept = '';
  let before = '';
  characters.forEach((it, i) => {
    if (invisible.test(it)) {
      const after = ifVisible(characters[i + 1]);
      const isUseful = directionMark.test(it)
        ? isBidirectional && (directionDependent.test(before) || directionDependent.test(after))
        : hasVisibleEffect(it, before, after);
      if (!isUseful) return;
    }
    kept += it;
    before = it;
  });
  return kept;
}

function ifVisible(after = ''): string {
  return invisible.test(after) ? '' : after;
}

const directionMark = /[\u200E\u200F\u061C]/;

/** Digits, punctuation and symbols: where they appear depends on the text around them. */
const directionDependent = /[^\p{Letter}\p{Mark}\p{Separator}\p{Other}]/u;

/** Letters from the right-to-left blocks of Unicode, such as Hebrew and Arabic. */
const rightToLeft = /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Letters of scripts in which a joiner can be visible, such as Persian, Hindi and Sinhala: all but those that never join. */
const joining =
  /(?=[\p{L}\p{M}])[^\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}\p{sc=Geor}\p{sc=Hebr}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Zyyy}\p{sc=Zinh}]/u;

/** Scripts without spaces, in which people type zero-width spaces to mark line breaks. */
const unspaced = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

const variation = /\p{Variation_Selector}/u;
/** Characters that a variation selector may follow. Not marks: they may combine with the character before. */
const variationBase =
  /[^\p{Mark}\p{Other}\p{Separator}\p{Default_Ignorable_Code_Point}\p{sc=Latn}]/u;

/** The last character of an emoji that a joiner may connect to another. */
const emojiEnd = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u;

/** Whether an invisible character changes how its neighbours look. */
function hasVisibleEffect(it: string, before: string, after: string): boolean {
  if (variation.test(it)) return variationBase.test(before) && !variation.test(before);
  switch (it) {
    case '\u200C':
    case '\u200D':
      return (
        it !== before &&
        (joining.test(before) ||
          joining.test(after) ||
          (it === '\u200D' && emojiEnd.test(before) && /\p{Extended_Pictographic}/u.test(after)))
      );
    case '\u200B':
      return unspaced.test(before) && unspaced.test(after);
    // Combining grapheme joiner: separates two marks, or the letters of a digraph, when sorting.
    case '\u034F':
      return it !== before && /\p{Mark}/u.test(after);
    // Hangul fillers: stand in for a letter in a Middle Korean syllable.
    case '\u115F':
    case '\u1160':
      return /[\u1100-\u11FF]/.test(before + after);
    // Mongolian vowel separator: detaches a vowel and changes both shapes.
    case '\u180E':
      return /\p{sc=Mong}/u.test(before) && /\p{sc=Mong}/u.test(after);
    default:
      return false;
  }
}

/** NFC, so that a word typed on two keyboards is stored the same. Text with too many marks is left alone: parsing rejects it. */
function normalized(text: string): string {
  return hasFewMarks(text) ? text.normalize('NFC') : text;
}
