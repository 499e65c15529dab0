import { createChallenges } from './sign-in/challenges.ts';
import { isCognitoFailure, refuse } from './pool/cognito-failure.ts';
import type { Mail } from './pool/account-mails.ts';
import type { Pool } from './pool/user-pool.ts';
import type { PoolSettings } from './pool/pool-settings.ts';
import { createTokenSigner } from './sign-in/token-signer.ts';
import type { StateFile } from './state-file.ts';

/** Runs `work` on the pool, and resolves once the outcome is on disk and the mails are sent. */
export type Transact = <Output>(work: (pool: Pool) => Output) => Promise<Output>;

/**
 * Work is synchronous, so transactions never see each other's partial changes. Changes before a refusal, such
 * as a counted attempt, are kept; an unexpected error rolls everything back.
 */
export function createTransactions(deps: {
  store: StateFile;
  settings: () => PoolSettings;
  deliver: (mail: Mail) => Promise<void>;
  now: () => number;
}): Transact {
  const { store, settings, deliver, now } = deps;
  const challenges = createChallenges(now);
  const signer = createTokenSigner(store.state.signingKey);

  const run = <Output>(work: (pool: Pool) => Output, send: (mail: Mail) => void): Output => {
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
    let output;
    try {
      output = run(work, (mail) => void mails.push(mail));
    } finally {
      await store.save();
    }
    await deliverAll(mails, deliver);
    return output;
  };
}

async function deliverAll(mails: readonly Mail[], deliver: (mail: Mail) => Promise<void>) {
  try {
    await Promise.all(mails.map(deliver));
  } catch {
    refuse('CodeDeliveryFailureException', 'Failed to deliver the verification code.');
  }
}
