import { getOwn } from '../values/own-property.ts';
import type { FileReference } from './file-reference.ts';

/**
 * What the scan for malware says about a file: that there is no result yet, that it could not be scanned, that nothing
 * was found, or that something was. Without a scan there is none.
 */
export type CheckResult = 'awaited' | 'impossible' | 'clean' | 'malware';

/** A result belongs to bytes: other bytes under the same id have none. */
export type FileCheck = { readonly sha256: string; readonly result: CheckResult };

export type FileChecks = { readonly [file: string]: FileCheck };

/** An entry, as far as the results of its files are concerned. */
type Checked = { readonly fileChecks?: FileChecks };

/** Each outweighs those before it, so that results may be repeated, and arrive late and in any order. */
const results: readonly CheckResult[] = ['awaited', 'impossible', 'clean', 'malware'];

/** What is known of some bytes once another result has arrived. */
export function afterResult(known: FileCheck | undefined, next: FileCheck): FileCheck {
  if (known?.sha256 !== next.sha256) return next;
  return results.indexOf(known.result) >= results.indexOf(next.result) ? known : next;
}

/**
 * The result that counts for a file; `undefined` if it was confirmed without a scan. One about other bytes says nothing
 * about these, which are closed until they have their own.
 */
export function resultOf(
  { fileChecks = {} }: Checked,
  { id, sha256 }: Pick<FileReference, 'id' | 'sha256'>,
): CheckResult | undefined {
  const check = getOwn(fileChecks, id);
  return check && (check.sha256 === sha256 ? check.result : 'awaited');
}

/** Why a file cannot be opened although it was sent, as the API says it; `undefined` if it can. */
export type ClosedBecause = Exclude<CheckResult, 'clean'>;

export function closedBecause(
  entry: Checked,
  file: Pick<FileReference, 'id' | 'sha256'>,
): ClosedBecause | undefined {
  const result = resultOf(entry, file);
  return result === 'clean' ? undefined : result;
}
