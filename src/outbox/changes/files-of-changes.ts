import { filesIn } from '#core/files/files-in.ts';
import { withoutFiles } from '#core/files/without-files.ts';
import type { StoredTransfer } from '../../device/device-database.ts';
import type { EntryChanges } from './entry-changes.ts';
import { isUndelivered, type QueuedChange } from './queued-change.ts';

type StoredFileKeys = { getKey(id: string): Promise<unknown> };

/** The files that undelivered changes refer to. */
export function awaitedIn(changes: EntryChanges): readonly StoredTransfer[] {
  return changes
    .filter(isUndelivered)
    .flatMap(({ author, entry, form, answers }) =>
      filesIn(answers).map(({ id: file, size }) => ({ author, entry, file, form, size, sent: 0 })),
    );
}

/** The files to send that are on this device, and are not waiting already. */
export async function notStoredYet(
  awaited: readonly StoredTransfer[],
  transfers: { getKey(key: [string, string, string]): Promise<unknown> },
  files: StoredFileKeys,
): Promise<readonly StoredTransfer[]> {
  const found: StoredTransfer[] = [];
  for (const it of awaited) {
    const isWaiting = await transfers.getKey([it.author, it.entry, it.file]);
    if (isWaiting === undefined && (await files.getKey(it.file)) !== undefined) found.push(it);
  }
  return found;
}

/**
 * The files of what is now sent as another entry that are not on this device: they arrived with the entry that is gone,
 * and went with it. Nobody could send them.
 */
export async function goneWith(
  entry: string,
  after: EntryChanges,
  files: StoredFileKeys,
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  for (const { file } of awaitedIn(after.filter((it) => it.entry !== entry)))
    if ((await files.getKey(file)) === undefined) gone.add(file);
  return gone;
}

/** What is sent as another entry, without these files. */
export function withoutFilesOf(
  entry: string,
  after: EntryChanges,
  gone: ReadonlySet<string>,
): EntryChanges {
  return after.map((it) =>
    it.entry === entry || !it.answers ? it : { ...it, answers: withoutFiles(it.answers, gone) },
  );
}

/**
 * The files of changes that were taken back before they were delivered. If the server refused one because its entry is
 * withdrawn, the entry may be restored and then lacks these files: they stay until it can be restored no more.
 */
export function noLongerListed(before: EntryChanges, after: EntryChanges): readonly string[] {
  const listed = new Set([...after, ...before.filter(isOfWithdrawn)].flatMap(listedIn));
  return before
    .filter(isUndelivered)
    .flatMap(listedIn)
    .filter((it) => !listed.has(it));
}

function isOfWithdrawn({ status }: QueuedChange): boolean {
  return status.is === 'attention' && status.problem.code === 'gone';
}

/** In what was sent, or in the entry as the server has it. */
function listedIn({ answers, status }: QueuedChange): readonly string[] {
  const delivered = status.is === 'delivered' ? status.apiEntry?.answers : undefined;
  return filesIn(answers ?? delivered).map(({ id }) => id);
}
