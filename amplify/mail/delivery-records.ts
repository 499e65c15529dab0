import type { ItemKey, Table } from '../entries/dynamo-table.ts';
import type { SendResult } from './mail-provider.ts';
import { ifNone } from '../entries/write-conditions.ts';

/** Each mail has an item in the table with its outcome, but without its address or content. */
export type DeliveryRecords = {
  /**
   * Records that a mail is about to be sent. Returns false if its outcome is already known.
   * @param isResend whether a refused or withheld mail may be tried again
   */
  claim(key: ItemKey, isResend: boolean): Promise<boolean>;
  /** Records how it ended. What may still be sent stays claimed. */
  finish(key: ItemKey, result: SendResult | { readonly is: 'withheld' }): Promise<void>;
};

type Deps = {
  readonly table: Pick<Table, 'put' | 'get'>;
  readonly now: () => Date;
  /** For how long a record stays stored; for good, by default. */
  readonly secondsKept?: number;
};

export function createDeliveryRecords({ table, now, secondsKept }: Deps): DeliveryRecords {
  const itemOf = (key: ItemKey, outcome: object) => {
    const at = now();
    const expiresAt = Math.ceil(at.getTime() / 1000) + (secondsKept ?? 0);
    const expiry = secondsKept === undefined ? {} : { expiresAt };
    return { ...key, ...outcome, at: at.toISOString(), ...expiry };
  };

  return {
    async claim(key, isResend) {
      const claimed = itemOf(key, { state: 'sending' });
      const put = await table.put(claimed, ifNone);
      if (put.done) return true;
      const record = put.existing?.['state'] ? put.existing : await table.get(key);
      // The previous attempt may have crashed. The idempotency key prevents a second mail.
      if (record?.['state'] === 'sending') return true;
      if (!record)
        throw new Error('A mail was refused because of a delivery record that does not exist.');
      const isOpen = isResend && ['refused', 'withheld'].includes(String(record['state']));
      return isOpen && (await table.put(claimed, ifStateIs(String(record['state'])))).done;
    },

    async finish(key, result) {
      if (result.is === 'later' || result.is === 'blocked') return;
      const { is: state, ...others } = result;
      await table.put(itemOf(key, { state, ...others }), ifStateIs('sending'));
    },
  };
}

function ifStateIs(state: string) {
  return { if: '#state = :state', names: { '#state': 'state' }, values: { ':state': state } };
}
