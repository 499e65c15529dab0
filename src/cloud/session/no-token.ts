import { unresponsiveIn, type Unresponsive } from '../../device/timeout.ts';

/** Why there is no token: nobody is signed in, or what is needed to find out does not answer. */
export type NoToken = 'signed-out' | 'unreachable' | Exclude<Unresponsive, 'network'>;

export function noTokenReason(error: unknown): NoToken {
  const what = unresponsiveIn(error);
  return what && what !== 'network' ? what : 'unreachable';
}
