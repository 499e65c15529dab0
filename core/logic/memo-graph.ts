/**
 * Values that are computed from others: each is computed when it is first read, and again only after a value that
 * it has read is another one. A condition that reads two answers does not run because a third was typed.
 */
export type MemoGraph = {
  /** Sets an input. */
  readonly set: (key: string, value: unknown) => void;
  /** The value of an input; `undefined` if it was never set. */
  readonly input: (key: string) => unknown;
  /** The value that `compute` returns; the one from before if nothing that it read has changed. */
  readonly memo: <Value>(key: string, compute: () => Value) => Value;
};

/** A computed value that needs itself: `keys` is the circle, each needs the next, the last needs the first. */
export class CircularValue extends Error {
  readonly keys: readonly string[];
  constructor(keys: readonly string[]) {
    super(`Circular: ${keys.join(' → ')}`);
    this.keys = keys;
  }
}

type Node = {
  readonly key: string;
  value: unknown;
  /** `unsure` until it is known whether a value that it has read has changed, which `checking` finds out. */
  state: 'current' | 'unsure' | 'checking' | 'outdated';
  compute: (() => unknown) | undefined;
  reads: Node[];
  /** Made when the first one reads it: most values have none or one. */
  readers: Set<Node> | undefined;
};

export function createMemoGraph(): MemoGraph {
  const nodes = new Map<string, Node>();
  /** What is being computed, the innermost last. */
  const underWay: Node[] = [];

  function nodeOf(key: string): Node {
    const found = nodes.get(key);
    if (found) return found;
    const node: Node = {
      key,
      value: undefined,
      state: 'current',
      compute: undefined,
      reads: [],
      readers: undefined,
    };
    nodes.set(key, node);
    return node;
  }

  function read(node: Node): unknown {
    const reader = underWay.at(-1);
    if (reader && !node.readers?.has(reader)) {
      reader.reads.push(node);
      node.readers ??= new Set();
      node.readers.add(reader);
    }
    return node.value;
  }

  /** Brings a value up to date. Only if a value that it has read has really changed is it computed again. */
  function update(node: Node): void {
    // To find out whether it has changed takes itself: it is in a circle, which computing it reports.
    if (node.state === 'checking') node.state = 'outdated';
    if (node.state === 'unsure') {
      node.state = 'checking';
      for (const it of node.reads) {
        if (underWay.includes(it)) node.state = 'outdated';
        else update(it);
        // A value that has changed makes its readers outdated, this one among them.
        if (isOutdated(node)) break;
      }
    }
    if (isOutdated(node)) compute(node);
    node.state = 'current';
  }

  function compute(node: Node): void {
    for (const it of node.reads) it.readers?.delete(node);
    node.reads = [];
    underWay.push(node);
    try {
      replaceValue(node, node.compute?.());
    } finally {
      underWay.pop();
    }
  }

  function replaceValue(node: Node, value: unknown): void {
    if (Object.is(node.value, value)) return;
    node.value = value;
    for (const it of node.readers ?? []) it.state = 'outdated';
  }

  return {
    set(key, value) {
      const node = nodeOf(key);
      if (Object.is(node.value, value)) return;
      replaceValue(node, value);
      markUnsure(node.readers ?? []);
    },
    input: (key) => read(nodeOf(key)),
    memo<Value>(key: string, make: () => Value) {
      const node = nodeOf(key);
      const start = underWay.indexOf(node);
      if (start >= 0) {
        // The reader may go on without it: then it has to be computed again when the circle is broken.
        read(node);
        throw new CircularValue(underWay.slice(start).map((it) => it.key));
      }
      if (!node.compute) node.state = 'outdated';
      node.compute = make;
      update(node);
      return read(node) as Value;
    },
  };
}

const isOutdated = ({ state }: Node): boolean => state === 'outdated';

/** Everything that was computed from these, directly or not, may have to be computed again. */
function markUnsure(changed: Iterable<Node>): void {
  for (const node of changed)
    for (const reader of node.readers ?? []) {
      if (reader.state !== 'current') continue;
      reader.state = 'unsure';
      markUnsure([reader]);
    }
}
