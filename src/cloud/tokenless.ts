import { unresponsiveIn, type Unresponsive } from '../device/timeout.ts';

/** Without one: nobody is signed in, or nobody can tell, for want of what does not answer. */
export type NoToken = 'signed-out' | 'unreachable' | Exclude<Unresponsive, 'network'>;

export function tokenlessBecause(error: unknown): NoToken {
  const what = unresponsiveIn(error);
  return what && what !== 'network' ? what : 'unreachable';
}
