import type { Failure } from './failure.ts';

/** What happened, as far as a person can do something about it. */
export type Why = 'network' | 'busy' | 'failed' | 'signed-out' | 'forbidden' | 'gone' | 'refused';

export function whyOf(failure: Failure): Why {
  if (failure.is === 'signed-out') return 'signed-out';
  if (failure.is === 'unreachable') return failure.because ?? 'network';
  if (failure.code === 'forbidden') return 'forbidden';
  return failure.code === 'not_found' || failure.code === 'gone' ? 'gone' : 'refused';
}
