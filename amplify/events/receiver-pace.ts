import type { Table } from '../entries/dynamo-table.ts';

/** Whether a receiver has answered the last time, and soon. Others are only sent to by the schedule. */
export type ReceiverPace = {
  readonly isSlow: (webhook: string) => Promise<boolean>;
  readonly set: (webhook: string, isSlow: boolean) => Promise<void>;
};

/** Milliseconds within which a receiver answers that is sent to at once. */
export const soon = 2000;

type Deps = { readonly table: Pick<Table, 'get' | 'put'> };

export function createReceiverPace({ table }: Deps): ReceiverPace {
  return {
    isSlow: async (webhook) => (await table.get(keyOf(webhook)))?.['isSlow'] === true,
    async set(webhook, isSlow) {
      await table.put({ ...keyOf(webhook), isSlow });
    },
  };
}

function keyOf(webhook: string) {
  return { pk: `receiver#${webhook}`, sk: 'pace' };
}
