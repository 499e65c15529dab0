import { isUuid } from '#core/values/id.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { isRecord } from '#core/values/is-record.ts';
import { changeKinds, isUndelivered, nobody, type QueuedChange } from './changes/queued-change.ts';
import { fromStoredChange, toStoredChange, type StoredChange } from './changes/stored-change.ts';

/**
 * The undelivered changes as a file for another device. They keep their ids, so both devices may deliver them.
 * The answers are not encrypted: whoever has the file can read them. Sensitive answers are left out.
 */
export function toFile(changes: readonly QueuedChange[]): string {
  const waiting = changes
    .filter((it) => isUndelivered(it) && !(it.isSensitive && it.answers))
    .map((change) => ({ ...toStoredChange(change), stand: undefined }));
  return JSON.stringify({ formstead: 'outbox', version: 1, waiting }, null, 2);
}

export type UnreadableFile = 'not-an-outbox' | 'of-somebody-else';

/** The changes in such a file, if all of them are this author's own or unclaimed. */
export function fromFile(
  text: string,
  author: string,
): Result<readonly QueuedChange[], UnreadableFile> {
  const file = parseJson(text);
  if (!isRecord(file) || file['formstead'] !== 'outbox' || file['version'] !== 1)
    return err('not-an-outbox');
  const { waiting } = file;
  if (!Array.isArray(waiting) || !waiting.every(isExportedChange)) return err('not-an-outbox');
  const isForThem = (it: Pick<QueuedChange, 'author'>) =>
    it.author === author || it.author === nobody;
  if (!waiting.every(isForThem)) return err('of-somebody-else');
  // `attempts: 1`: the other device may have sent them by now.
  return ok(
    waiting.map((it) => fromStoredChange({ ...it, stand: { is: 'waiting', attempts: 1 } })),
  );
}

function isExportedChange(it: unknown): it is Omit<StoredChange, 'stand'> {
  if (!isRecord(it)) return false;
  const {
    id,
    entry,
    does: kind,
    form,
    formVersion,
    begunOn,
    calculated,
    author,
    savedAt,
    answers,
    base,
    ifVersion,
  } = it;
  return (
    isId(id) &&
    isId(entry) &&
    changeKinds.some((it) => it === kind) &&
    [form, author, savedAt].every((text) => typeof text === 'string') &&
    typeof formVersion === 'number' &&
    typeof (begunOn ?? '') === 'string' &&
    isListOfTexts(calculated ?? []) &&
    isRecord(answers ?? {}) &&
    isRecord(base ?? {}) &&
    typeof (ifVersion ?? 1) === 'number'
  );
}

function isListOfTexts(it: unknown): boolean {
  return Array.isArray(it) && it.every((part) => typeof part === 'string');
}

function isId(it: unknown): boolean {
  return typeof it === 'string' && isUuid(it);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
