import type { ApiFailure } from './api-failure.ts';

/** Kinds of failures that the pages explain to people. */
export type FailureReason =
  | 'network'
  | 'busy'
  | 'failed'
  | 'signed-out'
  | 'forbidden'
  | 'gone'
  | 'refused';

export function failureReasonOf(failure: ApiFailure): FailureReason {
  if (failure.is === 'signed-out') return 'signed-out';
  if (failure.is === 'unreachable') return failure.because ?? 'network';
  if (failure.code === 'forbidden') return 'forbidden';
  return failure.code === 'not_found' || failure.code === 'gone' ? 'gone' : 'refused';
}
