import type { Invocation } from '../lambda/invocation.ts';
import type { Taken } from './process-batch.ts';
import { sequenceOf, type StreamRecord } from './record.ts';

/**
 * What a function's answer says of a batch. With partial responses the lowest failing record counts, and
 * an answer that names an unknown record, or none by name, is a failure of them all.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export function takenFrom(
  invocation: Invocation,
  records: readonly StreamRecord[],
  reportsFailures: boolean,
): Taken {
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
