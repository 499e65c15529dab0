export type Once = <Value>(label: string, work: () => Value) => Value;

/** Work is done when first asked for and remembered; work that needs itself is named, not endless. */
export function createOnce(): Once {
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
