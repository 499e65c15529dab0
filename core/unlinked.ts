/** After a letter: the end of a scheme, or of a host before its port. */
const colon = /(?<=\p{Letter}):(?=\S)/gu;

/** Inside a name with dots, in any script's dot; not in a number, nor in a row of dots. */
const dot = /(?<=\S)[.\u3002\uFF0E\uFF61](?=[^\s\d\p{Punctuation}])/gu;

/** The second dot of an address in numbers. */
const dotInNumbers = /(?<=\d\.\d{1,3})\.(?=\d{1,3}\.\d)/g;

/** Two that begin the name of a machine, or follow a scheme. */
const slashes = /([/\\])(?=[/\\])/g;

/** As much of an address as cannot lead to another one. */
const restOfAddress = /^[\w/~%?=&#+@.-]*/;

/**
 * The same words, in which no mail program finds an address to link: each has a blank in it. A blank is
 * what a person would put there, and what is read aloud as it stands.
 * @param links what may be linked, each with the slash at its end
 */
export function unlinked(text: string, links: readonly string[] = []): string {
  let done = '';
  let ahead = text;
  for (;;) {
    const places = links.map((it) => ahead.indexOf(it)).filter((it) => it >= 0);
    if (places.length === 0) return done + broken(ahead);
    const at = Math.min(...places);
    const address = links.find((it) => ahead.startsWith(it, at)) ?? '';
    const after = ahead.slice(at + address.length);
    const rest = restOfAddress.exec(after)?.[0] ?? '';
    done += broken(ahead.slice(0, at)) + address + rest;
    ahead = after.slice(rest.length);
  }
}

function broken(text: string): string {
  return text
    .replace(colon, ': ')
    .replace(slashes, '$1 ')
    .replace(dot, '$& ')
    .replace(dotInNumbers, '. ');
}
