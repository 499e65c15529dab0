/**
 * What may stand between the dots of a host. By hand, because browsers and Node do not agree on which
 * letters of which Unicode a host may have, and what the page takes the function must take. What is no
 * letter is refused: a slash of another script makes one host look like another.
 */
const label = (() => {
  // Punctuation that is part of a word: Catalan, Greek, Hebrew, Japanese (RFC 5892, CONTEXTO).
  const letter = String.raw`[\p{Letter}\p{Mark}\p{Number}\p{Extended_Pictographic}\uFE0F\u200C\u200D\u00B7\u0375\u05F3\u05F4\u30FB]`;
  return new RegExp(String.raw`^${letter}+(?:-+${letter}+)*$`, 'u');
})();

/** Letters of these look like one another; browsers show such a host in code. */
const alphabets = [/\p{sc=Latn}/u, /\p{sc=Cyrl}/u, /\p{sc=Grek}/u];

/** Dots of Chinese and Japanese keyboards, which browsers take for dots as well. */
const otherDots = /[\u3002\uFF61]/g;

/** The host as people write it, tidied; or nothing, if it is none. */
export function readHost(text: string): string | undefined {
  // As browsers do before they look it up: https://www.unicode.org/reports/tr46/
  const host = text.replace(otherDots, '.').normalize('NFKC');
  const labels = host.split('.');
  const isOne =
    host.length <= 253 && labels.every((it) => it.length <= 63 && label.test(it) && !isMixed(it));
  return isOne && (isAddress(labels) || !isNumber(labels.at(-1))) ? host : undefined;
}

function isMixed(it: string): boolean {
  return alphabets.filter((alphabet) => alphabet.test(it)).length > 1;
}

/** What ends in a number is an address of four, to a browser, or nothing. */
function isAddress(labels: readonly string[]): boolean {
  return labels.length === 4 && labels.every((it) => /^\d{1,3}$/.test(it) && Number(it) < 256);
}

function isNumber(it: string | undefined): boolean {
  return /^(\d+|0x[\da-f]*)$/i.test(it ?? '');
}
