/**
 * The characters allowed between the dots of a host name. Written by hand, because browsers and Node support
 * different versions of Unicode, and the server must accept whatever the page accepts. Other characters are
 * refused: a slash of another script can make one host look like another.
 */
const label = (() => {
  // Includes punctuation that is part of words: Catalan, Greek, Hebrew, Japanese (RFC 5892, CONTEXTO).
  const wordCharacter = String.raw`[\p{Letter}\p{Mark}\p{Number}\p{Extended_Pictographic}\uFE0F\u200C\u200D\u00B7\u0375\u05F3\u05F4\u30FB]`;
  return new RegExp(String.raw`^${wordCharacter}+(?:-+${wordCharacter}+)*$`, 'u');
})();

/** Alphabets with similar letters. Browsers show a host that mixes them as Punycode. */
const alphabets = [/\p{sc=Latn}/u, /\p{sc=Cyrl}/u, /\p{sc=Grek}/u];

/** The dots of Chinese and Japanese keyboards. Browsers accept them too. */
const otherDots = /[\u3002\uFF61]/g;

/** The normalised host name, or `undefined` if it is not valid. */
export function readHost(text: string): string | undefined {
  // Browsers do the same before they look it up: https://www.unicode.org/reports/tr46/
  const host = text.replace(otherDots, '.').normalize('NFKC');
  const labels = host.split('.');
  const isOne =
    host.length <= 253 && labels.every((it) => it.length <= 63 && label.test(it) && !isMixed(it));
  return isOne && (isAddress(labels) || !isNumber(labels.at(-1))) ? host : undefined;
}

function isMixed(it: string): boolean {
  return alphabets.filter((alphabet) => alphabet.test(it)).length > 1;
}

/** Whether the labels are an IPv4 address. Browsers accept no other host that ends in a number. */
function isAddress(labels: readonly string[]): boolean {
  return labels.length === 4 && labels.every((it) => /^\d{1,3}$/.test(it) && Number(it) < 256);
}

function isNumber(it: string | undefined): boolean {
  return /^(\d+|0x[\da-f]*)$/i.test(it ?? '');
}
