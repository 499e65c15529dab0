import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { filesIn } from '#core/files/files-in.ts';
import type { FileStore } from '#core/files/store/file-store.ts';
import type { EntryKey, EntryStore } from '#core/entries/store/entry-store.ts';
import { fromAttributes, type Attributes } from '../../dynamodb/attribute-values.ts';
import type { Item } from '../../entries/dynamo-table.ts';
import { entryKeyOf, itemKind } from '../../entries/entry-item.ts';

export type EraseFilesDeps = {
  readonly store: Pick<EntryStore, 'find' | 'forgetArrivedFiles'>;
  readonly files: Pick<FileStore, 'remove' | 'removeAll'>;
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
};

/**
 * Deletes the files that nothing refers to any more: of entries that were erased, or can no longer be restored, and
 * those that a revision dropped. Returns the records that failed, which Lambda will deliver again.
 */
export async function eraseFiles(
  deps: EraseFilesDeps,
  { Records }: { readonly Records: readonly DynamoDBRecord[] },
): Promise<DynamoDBBatchResponse> {
  const failed: string[] = [];
  for (const record of Records) {
    const sequence = record.dynamodb?.SequenceNumber ?? '';
    try {
      await eraseFilesOf(deps, record);
    } catch (error) {
      failed.push(sequence);
      // The name only: the message may have a key.
      const name = error instanceof Error ? error.name : typeof error;
      deps.log(JSON.stringify({ sequence, outcome: 'stuck', code: name }));
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function eraseFilesOf(deps: EraseFilesDeps, { dynamodb }: DynamoDBRecord): Promise<void> {
  const before = itemIn(dynamodb?.OldImage);
  const after = itemIn(dynamodb?.NewImage);
  // The stream's filter lets only items through that had files.
  if (!before) return;
  const entry = entryKeyOf(before);
  const change = { entry, before, after };
  if (itemKind(before) === 'entry') await afterChange(deps, change);
  if (itemKind(before) === 'withdrawn') await afterExpiry(deps, change);
}

type ItemChange = {
  readonly entry: EntryKey;
  readonly before: Item;
  readonly after: Item | undefined;
};

async function afterChange(
  { store, files }: EraseFilesDeps,
  { entry, before, after }: ItemChange,
): Promise<void> {
  if (!after || after['erased'] === true) return files.removeAll(entry);
  // The answers of a withdrawn entry are in another item.
  if (after['deletedAt'] !== undefined) return;
  const kept = fileIdsIn(after);
  const dropped = [...fileIdsIn(before)].filter((id) => !kept.has(id));
  if (dropped.length === 0) return;
  // A later revision may have taken it back.
  const now = fileIdsIn((await store.find(entry)) ?? {});
  const unused = dropped.filter((id) => !now.has(id));
  await Promise.all(unused.map((file) => files.remove({ ...entry, file })));
  await store.forgetArrivedFiles(entry, unused);
}

/** The kept answers of a withdrawn entry expire after 30 days, also if it was restored in time. */
async function afterExpiry(
  { store, files }: EraseFilesDeps,
  { entry, after }: ItemChange,
): Promise<void> {
  if (after) return;
  const current = await store.find(entry);
  if (!current || current.erased) await files.removeAll(entry);
}

function fileIdsIn({ answers }: Item | { readonly answers?: unknown }): ReadonlySet<string> {
  return new Set(filesIn(answers).map(({ id }) => id));
}

function itemIn(image: object | undefined): Item | undefined {
  // The record's type includes binary attributes, which our items do not have.
  return image && fromAttributes(image as Attributes);
}
