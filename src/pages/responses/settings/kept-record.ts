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
  async function stored({ entryCache }: Deps, username: string): Promise<Kept> {
    const copy = await entryCache.read(username, list);
    return isRecord(copy) ? copy : {};
  }
  return {
    async read(deps, username) {
      await lastWrite;
      return stored(deps, username).catch(() => ({}));
    },
    update(deps, username, change) {
      const earlier = lastWrite;
      const write = async () => {
        await earlier;
        // What cannot be read now may be all that somebody has made: it is not replaced.
        const before = await stored(deps, username).catch(() => undefined);
        if (before) await deps.entryCache.keep(username, list, change(before));
      };
      const written = write();
      lastWrite = written;
      return written;
    },
  };
}
