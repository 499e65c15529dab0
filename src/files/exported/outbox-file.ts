import { mostAccepted } from '#core/files/file-limits.ts';
import { isSha256 } from '#core/files/file-reference.ts';
import { isUuid } from '#core/values/id.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { isRecord } from '#core/values/is-record.ts';
import {
  changeKinds,
  isUndelivered,
  type QueuedChange,
} from '../../outbox/changes/queued-change.ts';
import { nobody } from '../../cloud/session/identity.ts';
import {
  fromStoredChange,
  toStoredChange,
  type StoredChange,
} from '../../outbox/changes/stored-change.ts';
import type { UnreadableFile } from '../../outbox/outbox-files.ts';

/** A file whose bytes are in the same archive. */
export type ExportedFile = {
  /** Where its bytes are in the archive. */
  readonly path: string;
  readonly id: string;
  /** In bytes. */
  readonly size: number;
  /** In base64. */
  readonly sha256: string;
  /** Of the entry that refers to it. */
  readonly author: string;
  readonly form: string;
  readonly entry: string;
};

/** What was exported. */
export type ExportedOutbox = {
  readonly changes: readonly QueuedChange[];
  readonly files: readonly ExportedFile[];
};

/**
 * The undelivered changes as a file for another device. They keep their ids, so both devices may deliver them.
 * The answers are not encrypted: whoever has the file can read them. Sensitive answers are left out.
 */
export function toFile({ changes, files }: ExportedOutbox): string {
  const waiting = changes
    .filter(isExportable)
    .map((change) => ({ ...toStoredChange(change), stand: undefined }));
  const listed = files.length > 0 && { files };
  return JSON.stringify({ formstead: 'outbox', version: 1, waiting, ...listed }, null, 2);
}

/** Whether a change is undelivered, and its answers may leave this device. */
export function isExportable(change: QueuedChange): boolean {
  return isUndelivered(change) && !(change.isSensitive && change.answers);
}

/** What is in such a file, if all of it is this author's own or unclaimed. */
export function fromFile(text: string, author: string): Result<ExportedOutbox, UnreadableFile> {
  const file = parseJson(text);
  if (!isRecord(file) || file['formstead'] !== 'outbox' || file['version'] !== 1)
    return err('not-an-outbox');
  const { waiting, files = [] } = file;
  if (!Array.isArray(waiting) || !waiting.every(isExportedChange)) return err('not-an-outbox');
  if (!Array.isArray(files) || !files.every(isExportedFile)) return err('not-an-outbox');
  const isForThem = (it: Pick<QueuedChange, 'author'>) =>
    it.author === author || it.author === nobody;
  if (!waiting.every(isForThem) || !files.every(isForThem)) return err('of-somebody-else');
  // `attempts: 1`: the other device may have sent them by now.
  const changes = waiting.map((it) =>
    fromStoredChange({ ...it, stand: { is: 'waiting', attempts: 1 } }),
  );
  return ok({ changes, files });
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
    invitation,
  } = it;
  return (
    isId(id) &&
    isOfEntry(it) &&
    typeof entry === 'string' &&
    changeKinds.some((it) => it === kind) &&
    [form, author, savedAt].every((text) => typeof text === 'string') &&
    typeof formVersion === 'number' &&
    typeof (begunOn ?? '') === 'string' &&
    isListOfTexts(calculated ?? []) &&
    isRecord(answers ?? {}) &&
    isRecord(base ?? {}) &&
    typeof (ifVersion ?? 1) === 'number' &&
    typeof (invitation ?? '') === 'string'
  );
}

/** Whether it says which entry it is of: its author's own, or somebody's response. */
function isOfEntry(change: Readonly<Record<string, unknown>>) {
  const { does: kind, entry, review, beside, correction } = change;
  if (kind === 'review') return isReview(review);
  if (kind === 'comment') return isComment(beside);
  if (kind === 'assign') return isAssignment(beside);
  if (kind === 'takeBackComment') return isCommentToTakeBack(beside);
  return kind === 'correct' ? isCorrection(correction) : isId(entry);
}

function isCorrection(it: unknown): boolean {
  if (!isRecord(it)) return false;
  const { username, id, reason } = it;
  return isId(id) && [username, reason].every((text) => typeof text === 'string');
}

function isComment(it: unknown): boolean {
  if (!isRecord(it)) return false;
  const { username, id, version, text } = it;
  const areTexts = [username, text].every((value) => typeof value === 'string');
  return isId(id) && areTexts && typeof version === 'number';
}

function isCommentToTakeBack(it: unknown): boolean {
  return (
    isRecord(it) && isId(it['id']) && isId(it['comment']) && typeof it['username'] === 'string'
  );
}

function isAssignment(it: unknown): boolean {
  if (!isRecord(it)) return false;
  const { username, id, to } = it;
  return isId(id) && typeof username === 'string' && (to === null || typeof to === 'string');
}

function isReview(it: unknown): boolean {
  if (!isRecord(it)) return false;
  const { username, id, version, state, note } = it;
  return (
    isId(id) &&
    [username, state, note ?? ''].every((text) => typeof text === 'string') &&
    typeof version === 'number'
  );
}

function isExportedFile(it: unknown): it is ExportedFile {
  if (!isRecord(it)) return false;
  const { path, id, size, sha256, author, form, entry } = it;
  return (
    isId(id) &&
    isId(entry) &&
    [path, author, form].every((text) => typeof text === 'string') &&
    Number.isSafeInteger(size) &&
    Number(size) > 0 &&
    Number(size) <= mostAccepted.largest &&
    typeof sha256 === 'string' &&
    isSha256(sha256)
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
