import { readFileSync } from 'node:fs';
import { writeAtomically } from './write-atomically.ts';

/** A value that is stored in its own JSON file. */
export type JsonFile<Value> = {
  value: Value;
  /** Resolves once the value, or a later one, is on disk. */
  readonly save: () => Promise<void>;
};

export function openJsonFile<Value>(file: string, initial: Value): JsonFile<Value> {
  let last = Promise.resolve();
  let next: Promise<void> | undefined;
  const write = async () => {
    next = undefined;
    await writeAtomically(file, JSON.stringify(jsonFile.value, undefined, 1));
  };
  const jsonFile: JsonFile<Value> = {
    value: JSON.parse(textOf(file) ?? JSON.stringify(initial)) as Value,
    save() {
      next ??= last.then(write, write);
      last = next;
      return next;
    },
  };
  return jsonFile;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}
