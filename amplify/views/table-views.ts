import { isShared, type SharedViewStore, type StoredView } from '#core/views/shared-view.ts';
import { itemsBetween } from '../entries/query-pages.ts';
import type { Item, ItemKey, Table } from '../entries/dynamo-table.ts';

/** Seconds for which it stays stored who shared a view that was removed. */
const secondsKept = 90 * 24 * 3600;

/** In a partition of the form's own: one item for each view. */
export function createTableViews(table: Pick<Table, 'get' | 'put' | 'query'>): SharedViewStore {
  return {
    async list(form) {
      // Also those that were removed lately.
      const items = await itemsBetween(table, {
        pk: partitionPrefix + form,
        first: viewPrefix,
        last: `${viewPrefix}~`,
      });
      return items
        .map(toView)
        .filter(isShared)
        .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    },

    async find(form, id) {
      const item = await table.get(viewKey(form, id));
      return item && toView(item);
    },

    async put(form, { id, ...view }) {
      await table.put({ ...viewKey(form, id), ...view });
    },

    async remove(form, { id, by, email, at }, removed) {
      const expiresAt = Math.floor(Date.parse(removed.at) / 1000) + secondsKept;
      // The function may not delete. Without a name an item is no view.
      await table.put({ ...viewKey(form, id), by, ...(email && { email }), at, expiresAt });
    },
  };
}

const partitionPrefix = 'views#';
const viewPrefix = 'view#';

function viewKey(form: string, id: string): ItemKey {
  return { pk: partitionPrefix + form, sk: viewPrefix + id };
}

function toView({ sk, name = null, query, by, email, at }: Item): StoredView {
  const id = String(sk).slice(viewPrefix.length);
  const view = {
    id,
    name,
    by,
    at,
    ...(name !== null && { query }),
    ...(email !== undefined && { email }),
  };
  return view as StoredView;
}
