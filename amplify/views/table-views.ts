import {
  isShared,
  mostSharedViews,
  type SharedView,
  type SharedViewStore,
  type StoredView,
} from '#core/views/shared-view.ts';
import type { Item, ItemKey, Table } from '../entries/dynamo-table.ts';

/** Seconds for which it stays stored who shared a view that was removed. */
const secondsKept = 90 * 24 * 3600;

/** In a partition of the form's own: one item for each view. */
export function createTableViews(table: Pick<Table, 'get' | 'put' | 'query'>): SharedViewStore {
  return {
    async list(form) {
      const { items } = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': partitionPrefix + form,
          ':first': viewPrefix,
          ':last': `${viewPrefix}~`,
        },
        ConsistentRead: true,
        ScanIndexForward: true,
        // Also those that were removed lately.
        Limit: 5 * mostSharedViews,
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

function toView({ pk: _pk, sk, expiresAt: _, name = null, ...item }: Item): StoredView {
  return {
    ...(item as Omit<SharedView, 'id' | 'name'>),
    id: String(sk).slice(viewPrefix.length),
    name,
  } as StoredView;
}
