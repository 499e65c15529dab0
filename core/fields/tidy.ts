/**
 * What is typed or pasted, as it is kept. One rule, by kind of box, for every box there is: what cannot be
 * seen is taken away unless it does something to what can be, and what looks the same is one thing.
 * docs/decisions/0033.
 */
import { ascii, hasFewMarks } from './characters.ts';

/** Several lines: prose, in which an indent and a blank of a certain width are meant. */
export function tidyText(text: string): string {
  return normalized(withoutUnseen(text.replace(lineBreak, '\n'))).trim();
}

/** One line: every blank and every line break is a space. */
export function tidyLine(text: string): string {
  if (ascii.test(text)) return text.trim();
  return normalized(withoutUnseen(text.replace(lineBreak, '\n')).replace(/\s/g, ' ')).trim();
}

/** A number, an address or a code, which means the same in wide letters, and in which no mark turns the direction. */
export function tidyCode(text: string): string {
  if (ascii.test(text)) return text.trim();
  const narrow = text.replace(/[\uFF01-\uFF5E]/g, (it) => it.normalize('NFKC'));
  return tidyLine(narrow.replace(/[\u200E\u200F\u061C]/g, ''));
}

/** As other programs write them: Windows, Word, slides, mainframes, JavaScript. */
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Controls; what Unicode says is not to be drawn; what frames notes between lines; and what stands for
 * something that was not copied along, such as a picture.
 */
const unseen = /[^\P{Control}\n\t]|[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC]/u;

/** Blanks that call themselves letters. */
const blankLetter = /[\u3164\uFFA0]/g;

/** England’s flag and its like: the one use of tag characters, which otherwise hide a text in another. */
const flag = /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F})/u;

function withoutUnseen(text: string): string {
  if (!unseen.test(text)) return text;
  const isOfBoth = hasRightToLeft(text);
  return text
    .replace(blankLetter, ' ')
    .split(flag)
    .map((part, i) => (i % 2 === 1 ? part : withoutUseless(part, isOfBoth)))
    .join('');
}

function withoutUseless(text: string, isOfBoth: boolean): string {
  const characters = Array.from(text);
  let kept = '';
  let before = '';
  characters.forEach((it, i) => {
    if (unseen.test(it)) {
      const after = inkIn(characters[i + 1]);
      const isOfUse = directionMark.test(it)
        ? isOfBoth && (turned.test(before) || turned.test(after))
        : doesSomething(it, before, after);
      if (!isOfUse) return;
    }
    kept += it;
    before = it;
  });
  return kept;
}

function inkIn(after = ''): string {
  return unseen.test(after) ? '' : after;
}

const directionMark = /[\u200E\u200F\u061C]/;

/** Digits, punctuation and symbols, whose place depends on what stands around them. */
const turned = /[^\p{Letter}\p{Mark}\p{Separator}\p{Other}]/u;

/** Letters of the blocks that Unicode gives to Hebrew, Arabic and all that is written as they are. */
const rightToLeft = /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** All but the scripts whose letters never join: in Persian, Hindi, Sinhala and many more a joiner is seen. */
const joining =
  /(?=[\p{L}\p{M}])[^\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}\p{sc=Geor}\p{sc=Hebr}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Zyyy}\p{sc=Zinh}]/u;

/** Scripts without blanks, in which people type where a line may break. */
const unspaced = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

const variation = /\p{Variation_Selector}/u;
/** What a selector may be of: not a mark, which may become one letter with what stands before it. */
const inked = /[^\p{Mark}\p{Other}\p{Separator}\p{Default_Ignorable_Code_Point}\p{sc=Latn}]/u;

/** What one emoji may end in that is joined to another. */
const pictured = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u;

/** Whether what cannot be seen changes what can. */
function doesSomething(it: string, before: string, after: string): boolean {
  if (variation.test(it)) return inked.test(before) && !variation.test(before);
  switch (it) {
    case '\u200C':
    case '\u200D':
      return (
        it !== before &&
        (joining.test(before) ||
          joining.test(after) ||
          (it === '\u200D' && pictured.test(before) && /\p{Extended_Pictographic}/u.test(after)))
      );
    case '\u200B':
      return unspaced.test(before) && unspaced.test(after);
    // Keeps two marks, or two letters of a digraph, apart where words are sorted.
    case '\u034F':
      return it !== before && /\p{Mark}/u.test(after);
    // Fills the place of a letter in a syllable of Middle Korean.
    case '\u115F':
    case '\u1160':
      return /[\u1100-\u11FF]/.test(before + after);
    // Parts a vowel from its word, and gives both another shape.
    case '\u180E':
      return /\p{sc=Mong}/u.test(before) && /\p{sc=Mong}/u.test(after);
    default:
      return false;
  }
}

/** The same word typed on two keyboards is stored once. A pile of marks is left as it is, to be refused. */
function normalized(text: string): string {
  return hasFewMarks(text) ? text.normalize('NFC') : text;
}
