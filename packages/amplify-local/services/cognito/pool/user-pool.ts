import type { Challenges } from '../sign-in/challenges.ts';
import { refuse } from './cognito-failure.ts';
import { type Input, textIn } from './operation-input.ts';
import type { Mail } from './account-mails.ts';
import type { ClientSettings, PoolSettings } from './pool-settings.ts';
import type { TokenSigner } from '../sign-in/token-signer.ts';
import type { PoolState } from './pool-state.ts';

/** The context of an operation. It may change `state` freely: all of its changes are kept, or none. */
export type Pool = {
  readonly settings: PoolSettings;
  readonly state: PoolState;
  readonly challenges: Challenges;
  readonly signer: TokenSigner;
  readonly now: () => number;
  /** Sends a mail once the state is saved, and only if the operation is not refused. */
  readonly send: (mail: Mail) => void;
};

/** A Cognito operation: turns the request's JSON into the response's, synchronously, or refuses. */
export type Operation = (pool: Pool, input: Input) => object;

/** The app client that the request names. */
export function clientIn(pool: Pool, input: Input): ClientSettings {
  const id = textIn(input, 'ClientId');
  return (
    pool.settings.clients.find((client) => client.id === id) ??
    refuse('ResourceNotFoundException', `User pool client ${id} does not exist.`)
  );
}
