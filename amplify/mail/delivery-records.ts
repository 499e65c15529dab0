import type { Entry } from '#core/form/entry.ts';
import { deliveryRecordKey, type RecordedKind } from '../entries/entry-item.ts';
import type { Item, ItemKey, Table } from '../entries/dynamo-table.ts';

/** The outcome of a mail. `code` contains nothing of the mail's content. */
export type RecordedOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'withheld' };

/** Each mail has an item in the table with its outcome, but without its address or content. */
export type DeliveryRecords = {
  /**
   * Records that a mail is about to be sent. Returns false if its outcome is already known.
   * @param isResend whether a refused or withheld mail may be tried again
   */
  claim(mail: RecordedMail, entry: Entry, isResend: boolean): Promise<boolean>;
  finish(mail: RecordedMail, entry: Entry, outcome: RecordedOutcome): Promise<void>;
};

/** A mail that goes to several has a record for each: `recipient` is the digest of an address. */
type RecordedMail = { readonly kind: RecordedKind; readonly recipient?: string };

type Deps = { readonly table: Pick<Table, 'put' | 'get'>; readonly now: () => Date };

export function createDeliveryRecords({ table, now }: Deps): DeliveryRecords {
  const itemOf = ({ kind, recipient }: RecordedMail, entry: Entry, attributes: object): Item => ({
    ...deliveryRecordKey(kind, entry, recipient),
    ...attributes,
    at: now().toISOString(),
  });

  return {
    async claim(mail, entry, isResend) {
      const claimed = itemOf(mail, entry, { state: 'sending' });
      const put = await table.put(claimed, { if: 'attribute_not_exists(pk)' });
      if (put.done) return true;
      const record = put.existing?.['state'] ? put.existing : await table.get(itemKey(claimed));
      // The previous attempt may have crashed. The idempotency key prevents a second mail.
      if (record?.['state'] === 'sending') return true;
      if (!record)
        throw new Error('A mail was refused because of a delivery record that does not exist.');
      const isOpen = isResend && ['refused', 'withheld'].includes(String(record['state']));
      return isOpen && (await table.put(claimed, ifStateIs(String(record['state'])))).done;
    },

    async finish(mail, entry, outcome) {
      await table.put(itemOf(mail, entry, outcome), ifStateIs('sending'));
    },
  };
}

function itemKey({ pk, sk }: Item): ItemKey {
  return { pk: String(pk), sk: String(sk) };
}

function ifStateIs(state: string) {
  return { if: '#state = :state', names: { '#state': 'state' }, values: { ':state': state } };
}
