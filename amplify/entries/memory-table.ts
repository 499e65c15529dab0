import type { Item, ItemKey, Table } from './table.ts';

/** A table for tests: the conditional writes of the store and of mail, without DynamoDB. It lists what has answers. */
export function createMemoryTable(): Table {
  const items = new Map<string, Item>();

  function write(key: string, next: Item, condition: Parameters<Table['put']>[1]) {
    const existing = items.get(key);
    if (!holds(condition, existing)) return { done: false, ...(existing && { existing }) } as const;
    items.set(key, JSON.parse(JSON.stringify(next)) as Item);
    return { done: true } as const;
  }

  return {
    get: async (key) => items.get(textOf(key)),
    getAll: async (keys) =>
      keys.map((key) => items.get(textOf(key))).filter((it) => it !== undefined),
    put: async (item, condition) => write(textOf(item as ItemKey), item, condition),
    update: async (key, changes, condition) =>
      write(textOf(key), { ...items.get(textOf(key)), ...changes }, condition),
    async query({ KeyConditionExpression, FilterExpression, ExpressionAttributeValues }) {
      if (
        `${KeyConditionExpression}, ${FilterExpression}` !== 'pk = :pk, attribute_exists(answers)'
      )
        throw new Error('A memory table lists nothing else.');
      const of = (it: Item) => it['pk'] === ExpressionAttributeValues[':pk'];
      return { items: [...items.values()].filter((it) => of(it) && it['answers'] !== undefined) };
    },
  };
}

function textOf({ pk, sk }: ItemKey): string {
  return JSON.stringify([pk, sk]);
}

/** Every condition that is set, by its text. */
function holds(condition: Parameters<Table['put']>[1], existing: Item | undefined): boolean {
  if (!condition) return true;
  const version = Number(existing?.['version']);
  const { values = {} } = condition;
  const outcome = {
    'attribute_not_exists(pk)': !existing,
    '#version = :before': version === values[':before'],
    '#state = :state': existing?.['state'] === values[':state'],
    'attribute_not_exists(pk) OR #version <= :version':
      !existing || version <= Number(values[':version']),
  }[condition.if];
  if (outcome === undefined) throw new Error(`A memory table knows no "${condition.if}".`);
  return outcome;
}
