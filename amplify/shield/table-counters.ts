import type { Counted, Counters } from '#core/shield/counters.ts';
import { hourOf } from '#core/shield/hourly-rates.ts';
import type { Item, ItemKey, Table } from '../entries/dynamo-table.ts';
import { createHmac } from '../node-crypto.ts';
import { ifNone } from '../entries/write-conditions.ts';

type Deps = {
  readonly table: Pick<Table, 'get' | 'put' | 'add'>;
  /** This day's key, remembered between requests. */
  readonly remembered: { dayKey?: DayKey };
  readonly randomBytes: (count: number) => Uint8Array;
};

type DayKey = { readonly day: string; readonly secret: string };

/** Seconds for which a count is stored after its hour, and a key after its day. */
const secondsKept = 3600;

/**
 * Counts in items of the table that expire. Their keys have a digest of whatever is counted, with a secret that is
 * another every day and expires as well: the range of an address could otherwise be found by trying all of them.
 */
export function createTableCounters({ table, remembered, randomBytes }: Deps): Counters {
  return {
    async add(counted, at) {
      const { secret } = await keyOfDay(at.toISOString().slice(0, 10));
      const expiresAt = endOf(`${hourOf(at)}:59:59Z`);
      return table.add(counterKey(counted, { secret, at }), 'count', { set: { expiresAt } });
    },
  };

  /** The first request of a day makes its key. */
  async function keyOfDay(day: string): Promise<DayKey> {
    if (remembered.dayKey?.day === day) return remembered.dayKey;
    const key = { pk: 'rate#key', sk: day };
    const stored = (await table.get(key)) ?? (await storeKey(key));
    return (remembered.dayKey = { day, secret: String(stored['secret']) });
  }

  async function storeKey(key: ItemKey): Promise<Item> {
    const secret = Buffer.from(randomBytes(32)).toString('base64url');
    const item = { ...key, secret, expiresAt: endOf(`${key.sk}T23:59:59Z`) };
    const put = await table.put(item, ifNone);
    if (put.done) return item;
    return (await table.get(key)) ?? item;
  }
}

function endOf(time: string): number {
  return Date.parse(time) / 1000 + secondsKept;
}

function counterKey(
  counted: Counted,
  { secret, at }: { readonly secret: string; readonly at: Date },
): ItemKey {
  const { is, form, ...of } = counted;
  const text = JSON.stringify([is, form, Object.values(of)]);
  const digest = createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);
  return { pk: `rate#${digest}`, sk: hourOf(at) };
}
