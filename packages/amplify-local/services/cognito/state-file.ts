import { readFile } from 'node:fs/promises';
import type { PoolState } from './pool/pool-state.ts';
import { writeAtomically } from '../../machine/write-atomically.ts';

export type StateFile = {
  readonly state: PoolState;
  /** Resolves once the state, as it was at this call or later, would survive a kill -9. */
  save(): Promise<void>;
  /** The state as text, to pass to `restore`. */
  snapshot(): string;
  restore(snapshot: string): void;
};

/** The pool's state, in memory and in one file. Writes are serial, and one write serves everyone waiting for it. */
export async function openStateFile(
  file: string,
  poolId: string,
  empty: () => PoolState,
): Promise<StateFile> {
  let onDisk = await textOf(file);
  let state = onDisk === '' ? empty() : parsed(onDisk, file);
  if (state.poolId !== poolId)
    throw new Error(
      `${file} belongs to the user pool ${state.poolId}; the template now has ${poolId}. ` +
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
      state = JSON.parse(text) as PoolState;
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

function parsed(text: string, file: string): PoolState {
  try {
    return JSON.parse(text) as PoolState;
  } catch {
    throw new Error(`${file} is not JSON. Repair it, or start afresh with \`npm run reset\`.`);
  }
}
