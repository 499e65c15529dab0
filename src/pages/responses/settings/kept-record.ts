import { isRecord } from '#core/values/is-record.ts';
import type { Deps } from '../../../deps.ts';

type Kept = Readonly<Record<string, unknown>>;

/** Something that this device remembers for a person: encrypted with their key, and gone when they sign out. */
export type KeptRecord = {
  /** Empty, if the disk cannot be read. */
  read(deps: Deps, username: string): Promise<Kept>;
  update(deps: Deps, username: string, change: (before: Kept) => Kept): Promise<void>;
};

/** @param id by which it is stored beside the lists of entries: of no form */
export function createKeptRecord(id: string): KeptRecord {
  const list = { form: { id, fields: {} } } as const;
  /** Each reads what the ones before it have written. */
  let lastWrite: Promise<unknown> = Promise.resolve();
  async function readNow({ entryCache }: Deps, username: string): Promise<Kept> {
    const copy = await entryCache.read(username, list).catch(() => undefined);
    return isRecord(copy) ? copy : {};
  }
  return {
    async read(deps, username) {
      await lastWrite;
      return readNow(deps, username);
    },
    update(deps, username, change) {
      const earlier = lastWrite;
      const write = async () => {
        await earlier;
        const before = await readNow(deps, username);
        await deps.entryCache.keep(username, list, change(before));
      };
      const written = write();
      lastWrite = written;
      return written;
    },
  };
}
