import {
  createRetryBudget,
  maxPause,
  retryableCause,
  type RetryableCause,
} from './retry-budget.ts';

type Deps = {
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
};

/** Sends something to AWS, and once more if that may help and the budget of all calls together allows it. */
export type RetryOnce = <Result>(send: () => Promise<Result>) => Promise<Result>;

export function createRetryOnce({ random, sleep }: Deps): RetryOnce {
  const budget = createRetryBudget();
  return async (send) => {
    let cause: RetryableCause | undefined;
    for (;;) {
      try {
        const result = await send();
        budget.giveBack(cause);
        return result;
      } catch (error) {
        const isSecond = cause !== undefined;
        cause = retryableCause(error);
        if (isSecond || !cause || !budget.take(cause)) throw error;
        await sleep(random() * maxPause);
      }
    }
  };
}
