export type Memoize = <Value>(label: string, work: () => Value) => Value;

/** Memoizes values by label. A value that depends on itself throws, naming the circle, instead of recursing endlessly. */
export function createMemoize(): Memoize {
  const done = new Map<string, unknown>();
  const trail: string[] = [];
  return <Value>(label: string, work: () => Value): Value => {
    if (done.has(label)) return done.get(label) as Value;
    if (trail.includes(label))
      throw new Error(`Circular: ${[...trail.slice(trail.indexOf(label)), label].join(' → ')}.`);
    trail.push(label);
    try {
      const value = work();
      done.set(label, value);
      return value;
    } finally {
      trail.pop();
    }
  };
}
