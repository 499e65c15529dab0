/** After a letter: the end of a scheme, or of a host before its port. */
const colon = /(?<=\p{Letter}):(?=\S)/gu;

/** A dot inside a name, in any script. Not one in a number or in a row of dots. */
const dot = /(?<=\S)[.\u3002\uFF0E\uFF61](?=[^\s\d\p{Punctuation}])/gu;

/** The second dot of a numeric address. */
const dotInNumbers = /(?<=\d\.\d{1,3})\.(?=\d{1,3}\.\d)/g;

/** Two slashes before a host name or after a scheme. */
const slashes = /([/\\])(?=[/\\])/g;

/** The rest of an address, up to any character that could lead to another host. */
const restOfAddress = /^[\w/~%?=&#+@.-]*/;

/**
 * Puts a blank into each address, so that mail programs do not turn it into a link. A person would do the same,
 * and screen readers read it well.
 * @param links prefixes of the addresses that may stay links, each ending in a slash
 */
export function defuseLinks(text: string, links: readonly string[] = []): string {
  let done = '';
  let remaining = text;
  for (;;) {
    const starts = links.map((it) => remaining.indexOf(it)).filter((it) => it >= 0);
    if (starts.length === 0) return done + breakAddresses(remaining);
    const at = Math.min(...starts);
    const address = links.find((it) => remaining.startsWith(it, at)) ?? '';
    const after = remaining.slice(at + address.length);
    const rest = restOfAddress.exec(after)?.[0] ?? '';
    done += breakAddresses(remaining.slice(0, at)) + address + rest;
    remaining = after.slice(rest.length);
  }
}

function breakAddresses(text: string): string {
  return text
    .replace(colon, ': ')
    .replace(slashes, '$1 ')
    .replace(dot, '$& ')
    .replace(dotInNumbers, '. ');
}
