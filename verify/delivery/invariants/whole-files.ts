import type { FileReference } from '#core/files/file-reference.ts';
import { filesIn } from '#core/files/files-in.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { StoredEntry } from '../evidence/stored-entries.ts';
import type { Breach, Invariant } from './invariant.ts';

export const filesArrived: Invariant = {
  name: 'F1',
  promise: 'each file of an entry is in the bucket and known to have arrived, or waits on a device',
  check: (evidence) =>
    current(evidence).flatMap((entry) =>
      expectedFiles(entry, evidence)
        .filter(({ id }) => !isWaiting(id, evidence))
        .flatMap(({ id }) => [
          ...breachIf(!isThere(id, entry, evidence), entry, `the file ${id} is lost`),
          ...breachIf(
            entry.filesArrived?.includes(id) !== true,
            entry,
            `nobody knows that the file ${id} has arrived`,
          ),
        ]),
    ),
};

export const filesRight: Invariant = {
  name: 'F2',
  promise: 'each stored file has the bytes that its author added',
  check: ({ objects, stored }) => {
    const byId = new Map(
      stored.flatMap((it) => filesIn(it.answers).map((file) => [file.id, file])),
    );
    return objects
      .filter(({ isSmall }) => !isSmall)
      .flatMap(({ file, entry, size, sha256 }) => {
        const wanted = byId.get(file);
        const isRight = !wanted || (wanted.size === size && wanted.sha256 === sha256);
        return isRight ? [] : [{ entry, why: `the file ${file} has other bytes` }];
      });
  },
};

export const filesOnce: Invariant = {
  name: 'F3',
  promise: 'nothing is stored twice, or that no entry refers to; no small copy without its picture',
  check: ({ objects, stored }) => {
    const wanted = new Set(
      stored
        .filter(({ erased }) => !erased)
        .flatMap(({ id, answers }) => filesIn(answers).map((it) => `${id} ${it.id}`)),
    );
    const originals = new Set(
      objects.filter(({ isSmall }) => !isSmall).map(({ entry, file }) => `${entry} ${file}`),
    );
    return objects.flatMap(({ entry, file, isSmall }) => [
      ...(wanted.has(`${entry} ${file}`) ? [] : [{ entry, why: `nothing refers to ${file}` }]),
      ...(isSmall && !originals.has(`${entry} ${file}`)
        ? [{ entry, why: `${file} has a small copy alone` }]
        : []),
    ]);
  },
};

/** The files of entries that are neither withdrawn nor erased, and whose bytes nobody has given up. */
export function expectedFiles(
  entry: StoredEntry,
  { replayed }: Pick<Evidence, 'replayed'>,
): readonly FileReference[] {
  const versions = replayed.get(entry)?.versions.map(({ answers }) => idsIn(answers)) ?? [];
  // A file is deleted when a revision drops it. One that takes it back cannot bring back its bytes.
  const wasDropped = (id: string) =>
    versions.some(
      (ids, at) => ids.has(id) && at + 1 < versions.length && !versions[at + 1]?.has(id),
    );
  return filesIn(entry.answers).filter(({ id }) => !wasDropped(id));
}

export function current({ stored }: Pick<Evidence, 'stored'>): readonly StoredEntry[] {
  return stored.filter(({ erased, deletedAt }) => !erased && deletedAt === undefined);
}

/** Behind a change that its author has to decide about. */
export function isWaiting(file: string, { outboxes }: Pick<Evidence, 'outboxes'>): boolean {
  return outboxes.some(({ transfers, changes }) =>
    transfers.some(
      (it) =>
        it.file === file &&
        changes.some(({ entry, status }) => entry === it.entry && status.is === 'attention'),
    ),
  );
}

function isThere(file: string, { id }: StoredEntry, { objects }: Evidence): boolean {
  return objects.some((it) => it.file === file && it.entry === id && !it.isSmall);
}

function idsIn(answers: unknown): ReadonlySet<string> {
  return new Set(filesIn(answers).map(({ id }) => id));
}

function breachIf(isBroken: boolean, { id: entry }: StoredEntry, why: string): readonly Breach[] {
  return isBroken ? [{ entry, why }] : [];
}
