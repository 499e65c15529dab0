import { freePortFrom } from '../../../packages/amplify-local/machine/free-ports.ts';

/**
 * A port for a server that stops and listens again at the same address: outside the range that the system
 * assigns by itself, and random, so that tests do not collide.
 */
export function stablePort(): Promise<number> {
  return freePortFrom(20_000 + Math.floor(Math.random() * 10_000));
}
