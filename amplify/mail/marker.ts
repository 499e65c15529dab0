import type { Mail } from '#core/confirmation.ts';
import type { Entry } from '#core/entry.ts';
import { markerKey } from '../entries/item.ts';
import type { Item, ItemKey, Table } from '../entries/table.ts';

/** What became of a mail; a refusal's code quotes nothing of it. */
export type Ending =
  | { readonly state: 'sent' }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'withheld' };

/** A mail's own item in the table: which it is and how far it has come, never what it says or to whom. */
export type Markers = {
  /**
   * Says that a mail is about to be sent; false when it is known what became of it.
   * @param again whether one that was refused or withheld may be tried once more
   */
  claim(mail: Pick<Mail, 'kind'>, entry: Entry, again: boolean): Promise<boolean>;
  end(mail: Pick<Mail, 'kind'>, entry: Entry, ending: Ending): Promise<void>;
};

type Deps = { readonly table: Pick<Table, 'put' | 'get'>; readonly now: () => Date };

export function createMarkers({ table, now }: Deps): Markers {
  const itemOf = ({ kind }: Pick<Mail, 'kind'>, entry: Entry, said: object): Item => ({
    ...markerKey(kind, entry),
    ...said,
    at: now().toISOString(),
  });

  return {
    async claim(mail, entry, again) {
      const claimed = itemOf(mail, entry, { state: 'sending' });
      const put = await table.put(claimed, { if: 'attribute_not_exists(pk)' });
      if (put.done) return true;
      const marker = put.existing?.['state'] ? put.existing : await table.get(keyOf(claimed));
      // Whoever was about to send it may have died of it; the provider's key sees to the rest.
      if (marker?.['state'] === 'sending') return true;
      if (!marker) throw new Error('A mail was refused for a marker that is not there.');
      const isOpen = again && ['refused', 'withheld'].includes(String(marker['state']));
      return isOpen && (await table.put(claimed, over(String(marker['state'])))).done;
    },

    async end(mail, entry, ending) {
      await table.put(itemOf(mail, entry, ending), over('sending'));
    },
  };
}

function keyOf({ pk, sk }: Item): ItemKey {
  return { pk: String(pk), sk: String(sk) };
}

function over(state: string) {
  return { if: '#state = :state', names: { '#state': 'state' }, values: { ':state': state } };
}
