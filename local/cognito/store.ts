import { readFile } from 'node:fs/promises';
import type { State } from './state.ts';
import { writeAtomically } from '../write-atomically.ts';

export type Store = {
  readonly state: State;
  /** Resolves once the state, as it was at this call or later, would survive a kill -9. */
  save(): Promise<void>;
  /** The state as text, for `restore`. */
  snapshot(): string;
  restore(snapshot: string): void;
};

/** The pool's state, in memory and in one file. Saves are serial, and one write serves all that wait for it. */
export async function openStore(file: string, poolId: string, empty: () => State): Promise<Store> {
  let onDisk = await textOf(file);
  let state = onDisk === '' ? empty() : parsed(onDisk, file);
  if (state.poolId !== poolId)
    throw new Error(
      `${file} belongs to the user pool ${state.poolId}; the template now asks for ${poolId}. ` +
        'A new pool starts empty: run `npm run reset`.',
    );

  const snapshot = () => JSON.stringify(state, undefined, 1);
  const write = async () => {
    const text = snapshot();
    if (text === onDisk) return;
    await writeAtomically(file, text);
    onDisk = text;
  };
  let last = Promise.resolve();
  const save = () => {
    const saved = last.then(write);
    last = saved.catch(() => {});
    return saved;
  };

  await save();
  return {
    get state() {
      return state;
    },
    save,
    snapshot,
    restore(text) {
      state = JSON.parse(text) as State;
    },
  };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw thrown;
  }
}

function parsed(text: string, file: string): State {
  try {
    return JSON.parse(text) as State;
  } catch {
    throw new Error(`${file} is not JSON. Repair it, or start afresh with \`npm run reset\`.`);
  }
}
