import type { Item, ItemKey, Table, TransactResult, Write } from '../entries/dynamo-table.ts';

/** Of a scan: few, so that tests have several. */
const itemsInPage = 7;

/** An in-memory table for tests. It supports the conditional writes of the store and of mail, and three queries. */
export function createMemoryTable(): Table {
  const items = new Map<string, Item>();

  function write(key: string, next: Item, condition: Parameters<Table['put']>[1]) {
    const existing = items.get(key);
    if (!isMet(condition, existing)) return { done: false, ...(existing && { existing }) } as const;
    items.set(key, JSON.parse(JSON.stringify(next)) as Item);
    return { done: true } as const;
  }

  const takenOf = (key: ItemKey) => Number(items.get(keyText(key))?.['taken'] ?? 0);

  function transact(writes: readonly Write[]): TransactResult {
    const failed = writes.flatMap((it, at) => {
      if ('count' in it) {
        const isFull = takenOf(it.count) + it.by > (it.max ?? Infinity);
        return isFull ? [[at, undefined] as const] : [];
      }
      const existing = items.get(keyText('put' in it ? (it.put as ItemKey) : it.update));
      return isMet(it.condition, existing)
        ? []
        : [[at, 'put' in it ? existing : undefined] as const];
    });
    if (failed.length > 0) return { done: false, failed: new Map(failed) };
    for (const it of writes) {
      if ('put' in it) write(keyText(it.put as ItemKey), it.put, undefined);
      else if ('update' in it)
        write(keyText(it.update), { ...items.get(keyText(it.update)), ...it.changes }, undefined);
      else write(keyText(it.count), { ...it.count, taken: takenOf(it.count) + it.by }, undefined);
    }
    return { done: true };
  }

  return {
    get: async (key) => items.get(keyText(key)),
    getAll: async (keys) =>
      keys.map((key) => items.get(keyText(key))).filter((it) => it !== undefined),
    put: async (item, condition) => write(keyText(item as ItemKey), item, condition),
    update: async (key, changes, condition) =>
      write(keyText(key), { ...key, ...items.get(keyText(key)), ...changes }, condition),
    async add(key, name, { set = {} } = {}) {
      const existing = items.get(keyText(key));
      const sum = Number(existing?.[name] ?? 0) + 1;
      items.set(keyText(key), { ...existing, ...key, ...set, [name]: sum });
      return sum;
    },
    transact: async (writes) => transact(writes),
    async query({
      IndexName,
      KeyConditionExpression,
      FilterExpression,
      ExpressionAttributeValues,
      ExclusiveStartKey,
      ScanIndexForward,
      Limit,
    }) {
      if (IndexName !== undefined) {
        const fits = indexConditions[KeyConditionExpression];
        if (!fits) throw new Error('The in-memory table does not know this index query.');
        const found = [...items.values()]
          .map((it) => ({ it, sort: fits(it, ExpressionAttributeValues) }))
          .filter((each) => each.sort !== undefined)
          .toSorted((a, b) => (String(a.sort) < String(b.sort) === ScanIndexForward ? -1 : 1));
        const page = found.slice(0, Limit).map((each) => each.it);
        const end = page.at(-1);
        return { items: page, ...(end && found.length > page.length && { last: end }) };
      }
      const isAmong = filtersOfRange[`${FilterExpression}`];
      if (KeyConditionExpression === 'pk = :pk AND sk BETWEEN :first AND :last' && isAmong) {
        const { ':pk': pk, ':first': first, ':last': last } = ExpressionAttributeValues;
        const order = (a: unknown, b: unknown) => String(a) < String(b) === ScanIndexForward;
        const found = [...items.values()]
          .filter((it) => it['pk'] === pk && isBetween(String(it['sk']), first, last))
          .filter(
            (it) =>
              !ExclusiveStartKey ||
              (it['sk'] !== ExclusiveStartKey.sk && order(ExclusiveStartKey.sk, it['sk'])),
          )
          .toSorted((a, b) => (order(a['sk'], b['sk']) ? -1 : 1));
        const page = found.slice(0, Limit);
        const end = page.at(-1);
        const among = page.filter((it) => isAmong(it, ExpressionAttributeValues));
        return { items: among, ...(end && found.length > page.length && { last: end }) };
      }
      const filters: Readonly<Record<string, (it: Item) => boolean>> = {
        'pk = :pk, attribute_exists(answers) OR attribute_exists(note) OR attribute_exists(#text)':
          (it) => ['answers', 'note', 'text'].some((name) => it[name] !== undefined),
        'pk = :pk, undefined': () => true,
      };
      const isWanted = filters[`${KeyConditionExpression}, ${FilterExpression}`];
      if (!isWanted) throw new Error('The in-memory table does not know this query.');
      const of = (it: Item) => it['pk'] === ExpressionAttributeValues[':pk'];
      const found = [...items.values()].filter((it) => of(it) && isWanted(it));
      const direction = ScanIndexForward ? 1 : -1;
      return {
        items: found.toSorted((a, b) =>
          String(a['sk']) < String(b['sk']) ? -direction : direction,
        ),
      };
    },
    async scan(after) {
      const sorted = [...items].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const rest = sorted.filter(([key]) => !after || key > keyText(after));
      const page = rest.slice(0, itemsInPage).map(([, it]) => it);
      const last = page.at(-1);
      return { items: page, ...(last && rest.length > itemsInPage && { last }) };
    },
  };
}

/** The filters of queries for a range of sort keys. */
const filtersOfRange: Readonly<Record<string, (it: Item, values: Item) => boolean>> = {
  undefined: () => true,
  'attribute_not_exists(deletedAt)': (it) => it['deletedAt'] === undefined,
  'deletedAt > :after AND attribute_not_exists(erased)': (it, values) =>
    typeof it['deletedAt'] === 'string' &&
    it['deletedAt'] > String(values[':after']) &&
    it['erased'] === undefined,
};

/** The sort key of an item that a query of an index finds. */
const indexConditions: Readonly<Record<string, (it: Item, values: Item) => unknown>> = {
  'dueKey = :key AND dueAt <= :now': (it, values) =>
    it['dueKey'] === values[':key'] && String(it['dueAt']) <= String(values[':now'])
      ? it['dueAt']
      : undefined,
  'formKey = :key': (it, values) =>
    it['formKey'] === values[':key'] ? it['formOrder'] : undefined,
  'formKey = :key AND formOrder < :before': (it, values) =>
    it['formKey'] === values[':key'] && String(it['formOrder']) < String(values[':before'])
      ? it['formOrder']
      : undefined,
  'formKey = :key AND formOrder = :id': (it, values) =>
    it['formKey'] === values[':key'] && it['formOrder'] === values[':id']
      ? it['formOrder']
      : undefined,
};

function isBetween(text: string, first: unknown, last: unknown): boolean {
  return text >= String(first) && text <= String(last);
}

function keyText({ pk, sk }: ItemKey): string {
  return JSON.stringify([pk, sk]);
}

/** Knows each condition that our code uses, by its text. */
function isMet(condition: Parameters<Table['put']>[1], existing: Item | undefined): boolean {
  if (!condition) return true;
  const version = Number(existing?.['version']);
  const { values = {} } = condition;
  const outcome = {
    'attribute_not_exists(pk)': !existing,
    'attribute_exists(pk)': existing !== undefined,
    '#version = :before AND attribute_exists(#onHold)':
      version === values[':before'] && existing?.['onHold'] !== undefined,
    '#version = :version AND #counts = :counts':
      version === values[':version'] && existing?.['counts'] === values[':counts'],
    ...countedConditions(condition, existing),
    '#same = :same': existing?.[condition.names?.['#same'] ?? ''] === values[':same'],
    'attribute_not_exists(#taken) OR #taken = :none':
      Number(existing?.['taken'] ?? 0) === values[':none'],
    'attribute_exists(#revokedAt)': existing?.['revokedAt'] !== undefined,
    'attribute_exists(#text)': existing?.['text'] !== undefined,
    'attribute_not_exists(pk) OR attribute_exists(#text)':
      !existing || existing['text'] !== undefined,
    '#version = :before': version === values[':before'],
    '#state = :state': existing?.['state'] === values[':state'],
    '#version = :version': version === values[':version'],
    'attribute_not_exists(pk) OR #version < :version':
      !existing || version < Number(values[':version']),
    ...fileConditions(existing, values),
    'attribute_not_exists(pk) OR #shards < :shards':
      !existing || Number(existing['shards']) < Number(values[':shards']),
    'attribute_not_exists(pk) OR #version <= :version':
      !existing || version <= Number(values[':version']),
  }[condition.if];
  if (outcome === undefined)
    throw new Error(`The in-memory table does not know the condition "${condition.if}".`);
  return outcome;
}

/** Those on how many items there are beside an entry. */
function countedConditions(
  { names = {}, values = {} }: NonNullable<Parameters<Table['put']>[1]>,
  existing: Item | undefined,
): Readonly<Record<string, boolean>> {
  const count = existing?.[names['#counter'] ?? ''];
  const isLive = existing?.['deletedAt'] === undefined;
  const isSame = count === values[':before'];
  const isNone = existing !== undefined && count === undefined;
  return {
    '#counter = :before': isSame,
    '#counter = :before AND attribute_not_exists(#deletedAt)': isSame && isLive,
    'attribute_exists(pk) AND attribute_not_exists(#counter)': isNone,
    'attribute_exists(pk) AND attribute_not_exists(#counter) AND attribute_not_exists(#deletedAt)':
      isNone && isLive,
  };
}

/** The version and what it records about files: each of the two is as it was, or was not there. */
function fileConditions(existing: Item | undefined, values: Item): Record<string, boolean> {
  const isVersion = Number(existing?.['version']) === values[':version'];
  const options = (name: string, value: string) => {
    const stored = JSON.stringify(existing?.[name]);
    return [
      [`#${name} = ${value}`, stored === JSON.stringify(values[value])],
      [`attribute_not_exists(#${name})`, stored === undefined],
    ] as const;
  };
  return Object.fromEntries(
    options('filesArrived', ':arrived').flatMap(([arrived, isArrived]) =>
      options('fileChecks', ':checks').map(([checks, isChecked]) => [
        `#version = :version AND ${arrived} AND ${checks}`,
        isVersion && isArrived && isChecked,
      ]),
    ),
  );
}
