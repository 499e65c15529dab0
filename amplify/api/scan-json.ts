export type JsonScan = {
  /** How deeply brackets are nested, outside strings. */
  readonly depth: number;
  /** Whether an object has the same key twice. JSON.parse would silently drop the first. */
  readonly hasRepeatedKey: boolean;
};

/** Inspects a text before JSON.parse does, in one pass. Stops at a nesting deeper than `maxDepth`. */
export function scanJson(json: string, maxDepth: number): JsonScan {
  /** The keys seen so far in each open object; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let depth = 0;
  let hasRepeatedKey = false;
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
        const key = keyText(json.slice(at, end));
        hasRepeatedKey ||= keys.has(key);
        keys.add(key);
      }
      at = end - 1;
    }
  }
  return { depth, hasRepeatedKey };
}

/** The index after the closing quotation mark, or the end of the text if there is none. */
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

/** `"\u0061"` and `"a"` are the same key. JSON.parse rejects invalid strings later. */
function keyText(literal: string): string {
  if (!literal.includes('\\')) return literal;
  try {
    return JSON.stringify(JSON.parse(literal));
  } catch {
    return literal;
  }
}
