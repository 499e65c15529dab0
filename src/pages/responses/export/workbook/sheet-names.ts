/** A name's limit in Excel, in UTF-16 units. */
const longest = 31;

/**
 * Names that Excel accepts: not empty, at most 31 characters, none of `\\ / ? * : [ ]`, no apostrophe at an end, not
 * `History`, and no two alike, whatever their case.
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const it of wanted) {
    const name = cleaned(it);
    const isFree = (some: string) =>
      !names.some((other) => other.toLowerCase() === some.toLowerCase());
    let unique = name;
    for (let n = 2; !isFree(unique); n++) unique = `${cut(name, longest - 6)} (${n})`;
    names.push(unique);
  }
  return names;
}

function cleaned(name: string): string {
  const allowed = trimmed(name.replaceAll(/[\s\\/?*:[\]\p{Cc}]+/gu, ' '));
  const short = trimmed(cut(allowed, longest));
  return short === '' || /^history$/i.test(short) ? `${short}_` : short;
}

const isKept = (character: string) => character !== ' ' && character !== "'";

/** Without blanks and apostrophes at its ends. */
function trimmed(text: string): string {
  const characters = text.split('');
  const first = characters.findIndex(isKept);
  return first < 0 ? '' : characters.slice(first, characters.findLastIndex(isKept) + 1).join('');
}

/** Not within a character of two units. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
