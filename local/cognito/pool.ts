import type { Challenges } from './challenges.ts';
import { refuse } from './failure.ts';
import { type Input, textIn } from './input.ts';
import type { Mail } from './mail.ts';
import type { ClientSettings, PoolSettings } from './settings.ts';
import type { Signer } from './signer.ts';
import type { State } from './state.ts';

/** What an operation works with. It changes `state` as it likes: all of it is kept, or none. */
export type Pool = {
  readonly settings: PoolSettings;
  readonly state: State;
  readonly challenges: Challenges;
  readonly signer: Signer;
  readonly now: () => number;
  /** The mail leaves once the state is safe, and only if the operation is not refused. */
  readonly send: (mail: Mail) => void;
};

/** One Cognito operation: from the request's JSON to the answer's, at once, or refused. */
export type Operation = (pool: Pool, input: Input) => object;

/** The app client the request names. */
export function clientIn(pool: Pool, input: Input): ClientSettings {
  const id = textIn(input, 'ClientId');
  return (
    pool.settings.clients.find((client) => client.id === id) ??
    refuse('ResourceNotFoundException', `User pool client ${id} does not exist.`)
  );
}
