import type { Invocation } from '../lambda/invocation.ts';
import type { BatchOutcome } from './process-batch.ts';
import { sequenceOf, type StreamRecord } from './stream-record.ts';

/**
 * The outcome of a batch from a function's result. With partial responses the lowest failing record counts, and
 * a result with an unknown or missing record identifier fails the whole batch.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export function toBatchOutcome(
  invocation: Invocation,
  records: readonly StreamRecord[],
  reportsFailures: boolean,
): BatchOutcome {
  if (!invocation.ok) return 'error';
  if (!reportsFailures) return { doneUpTo: records.length };
  const { batchItemFailures } = (invocation.payload ?? {}) as { batchItemFailures?: unknown };
  if (batchItemFailures === undefined || batchItemFailures === null)
    return { doneUpTo: records.length };
  if (!Array.isArray(batchItemFailures)) return 'error';
  const sequences = records.map(sequenceOf);
  const failed = batchItemFailures.map((it: { itemIdentifier?: unknown } | null) =>
    sequences.indexOf(String(it?.itemIdentifier)),
  );
  return failed.includes(-1) ? 'error' : { doneUpTo: Math.min(records.length, ...failed) };
}
