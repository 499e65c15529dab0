export type Scan = {
  /** How deep brackets nest, outside of strings. */
  readonly depth: number;
  /** Whether an object has a key twice: JSON.parse would keep the last and drop the first in silence. */
  readonly repeatsAKey: boolean;
};

/** What has to be known of a text before it is parsed as JSON. One pass, whatever the text; stops past `maxDepth`. */
export function scanJson(json: string, maxDepth: number): Scan {
  /** The keys so far of each object that is open; a list has none. */
  const open: (Set<string> | undefined)[] = [];
  let depth = 0;
  let repeatsAKey = false;
  for (let at = 0; at < json.length && depth <= maxDepth; at += 1) {
    const character = json[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined);
      depth = Math.max(depth, open.length);
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(json, at);
      const keys = open.at(-1);
      if (keys && isKey(json, end)) {
        const key = textOf(json.slice(at, end));
        repeatsAKey ||= keys.has(key);
        keys.add(key);
      }
      at = end - 1;
    }
  }
  return { depth, repeatsAKey };
}

/** Just behind the closing quotation mark; the end of the text where there is none. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, json.length);
}

function isKey(json: string, end: number): boolean {
  let at = end;
  while (json[at] === ' ' || json[at] === '\n' || json[at] === '\r' || json[at] === '\t') at += 1;
  return json[at] === ':';
}

/** `"\u0061"` and `"a"` are one key. What is no string is refused later, by the parser. */
function textOf(literal: string): string {
  if (!literal.includes('\\')) return literal;
  try {
    return JSON.stringify(JSON.parse(literal));
  } catch {
    return literal;
  }
}
