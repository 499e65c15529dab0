import type { EntryStore } from '#core/entries/store/entry-store.ts';
import { recordScan, type ScanOutcome } from '#core/files/record-scan.ts';
import type { FileStore } from '#core/files/store/file-store.ts';
import { scanEventIn, type ScanEvent } from './scan-event.ts';

export type ReceiveScanDeps = {
  readonly store: Pick<EntryStore, 'find' | 'recordFileCheck'>;
  readonly files: Pick<FileStore, 'fingerprint' | 'remove' | 'removeSmall'>;
  /** The name of the bucket. */
  readonly bucket: string;
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
};

/** Records the result of a scan. Whatever fails throws, and is tried again; repeating it is harmless. */
export async function receiveScan(
  { bucket, log, ...deps }: ReceiveScanDeps,
  event: unknown,
): Promise<void> {
  const found = scanEventIn(event, bucket);
  const outcome = found ? await settle(deps, found) : 'not-ours';
  log(JSON.stringify({ event: 'scanned', result: found?.scan.result, outcome }));
}

/** A small copy is drawn here, and opened only with its file. If malware is found in it all the same, it goes alone. */
async function settle(
  { store, files }: Pick<ReceiveScanDeps, 'store' | 'files'>,
  { key, isSmall, scan }: ScanEvent,
): Promise<ScanOutcome> {
  if (!isSmall) return recordScan({ store, files }, key, scan);
  if (scan.result !== 'malware') return 'unused';
  await files.removeSmall(key);
  return 'removed';
}
