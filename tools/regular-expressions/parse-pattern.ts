/** A regular expression as a tree: as much of the grammar as is needed to generate matching texts. */
export type Node =
  /** One character, by the source of its class: `a`, `[^@]`, `\p{Letter}`. */
  | { readonly is: 'character'; readonly source: string }
  | { readonly is: 'sequence'; readonly parts: readonly Node[] }
  | { readonly is: 'choice'; readonly options: readonly Node[] }
  | { readonly is: 'repeat'; readonly part: Node; readonly min: number; readonly max: number }
  /** `^`, `$`, `\b`, and lookaround. */
  | { readonly is: 'nothing' };

const nothing: Node = { is: 'nothing' };

/** Throws for what it does not support, such as back references. */
export function parsePattern(source: string): Node {
  let at = 0;
  const node = choice();
  if (at < source.length) throw new Error(`What is "${source.slice(at)}" in /${source}/?`);
  return node;

  function choice(): Node {
    const options = [sequence()];
    while (take('|')) options.push(sequence());
    const [only = nothing] = options;
    return options.length === 1 ? only : { is: 'choice', options };
  }

  function sequence(): Node {
    const parts: Node[] = [];
    while (at < source.length && !'|)'.includes(source.charAt(at))) parts.push(quantified(atom()));
    return { is: 'sequence', parts };
  }

  function atom(): Node {
    if (take('^') || take('$') || take(String.raw`\b`) || take(String.raw`\B`)) return nothing;
    if (take('(')) return group();
    return { is: 'character', source: characterClass() };
  }

  function group(): Node {
    const isAround = /^\?<?[=!]/.exec(source.slice(at))?.[0];
    const opening = isAround ?? /^\?(?::|<\w+>)/.exec(source.slice(at))?.[0] ?? '';
    at += opening.length;
    const inside = choice();
    if (!take(')')) throw new Error(`/${source}/ has no end.`);
    return isAround ? nothing : inside;
  }

  function characterClass(): string {
    const found =
      /^(?:\[(?:\\[^]|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[0-9a-fA-F]+\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[^\dk]|\\0|[^\\])/u.exec(
        source.slice(at),
      )?.[0];
    if (found === undefined) throw new Error(`What is "${source.slice(at)}" in /${source}/?`);
    at += found.length;
    return found;
  }

  function quantified(part: Node): Node {
    const [all = '', sign, from, comma, to] =
      /^(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/.exec(source.slice(at)) ?? [];
    if (all === '') return part;
    at += all.length;
    const [min, max] = {
      '*': [0, Infinity],
      '+': [1, Infinity],
      '?': [0, 1],
    }[sign ?? ''] ?? [Number(from), comma ? Number(to || Infinity) : Number(from)];
    return { is: 'repeat', part, min: min ?? 0, max: max ?? 0 };
  }

  function take(text: string): boolean {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  }
}
