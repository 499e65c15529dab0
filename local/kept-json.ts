import { readFileSync } from 'node:fs';
import { writeAtomically } from './write-atomically.ts';

/** A value that outlives the process, in a file of its own. */
export type KeptJson<Value> = {
  value: Value;
  /** Ends when the value, or a later one, is on disk. */
  readonly save: () => Promise<void>;
};

export function keepJson<Value>(file: string, initial: Value): KeptJson<Value> {
  let last = Promise.resolve();
  let next: Promise<void> | undefined;
  const write = async () => {
    next = undefined;
    await writeAtomically(file, JSON.stringify(kept.value, undefined, 1));
  };
  const kept: KeptJson<Value> = {
    value: JSON.parse(textOf(file) ?? JSON.stringify(initial)) as Value,
    save() {
      next ??= last.then(write, write);
      last = next;
      return next;
    },
  };
  return kept;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}
