import { freePortFrom } from '../local/ports.ts';

/**
 * For what stops and listens again at the same address: a port below those that a system gives away by itself,
 * and not the one that another test looks at first.
 */
export function steadyPort(): Promise<number> {
  return freePortFrom(20_000 + Math.floor(Math.random() * 10_000));
}
