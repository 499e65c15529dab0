import { createChallenges } from './challenges.ts';
import { isCognitoFailure, refuse } from './failure.ts';
import type { Mail } from './mail.ts';
import type { Pool } from './pool.ts';
import type { PoolSettings } from './settings.ts';
import { createSigner } from './signer.ts';
import type { Store } from './store.ts';

/** Works on the pool, then answers once the outcome is on disk and the mails are away. */
export type Transact = <Answer>(work: (pool: Pool) => Answer) => Promise<Answer>;

/**
 * Work is synchronous, so nothing ever sees another's half. What a refusal leaves behind, such as one try
 * fewer, is kept; after an unexpected error everything is as it was.
 */
export function createTransactions(deps: {
  store: Store;
  settings: () => PoolSettings;
  deliver: (mail: Mail) => Promise<void>;
  now: () => number;
}): Transact {
  const { store, settings, deliver, now } = deps;
  const challenges = createChallenges(now);
  const signer = createSigner(store.state.signingKey);

  const run = <Answer>(work: (pool: Pool) => Answer, send: (mail: Mail) => void): Answer => {
    const before = store.snapshot();
    try {
      const { state } = store;
      return work({ settings: settings(), state, challenges, signer, now, send });
    } catch (thrown) {
      if (!isCognitoFailure(thrown)) store.restore(before);
      throw thrown;
    }
  };

  return async (work) => {
    const mails: Mail[] = [];
    let answer;
    try {
      answer = run(work, (mail) => void mails.push(mail));
    } finally {
      await store.save();
    }
    await deliverAll(mails, deliver);
    return answer;
  };
}

async function deliverAll(mails: readonly Mail[], deliver: (mail: Mail) => Promise<void>) {
  try {
    await Promise.all(mails.map(deliver));
  } catch {
    refuse('CodeDeliveryFailureException', 'Failed to deliver the verification code.');
  }
}
