import { canonicalJson } from '#core/values/canonical-json.ts';
import type { Counts } from '#core/summary/counts.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { authorPartitionKey } from '../entries/entry-item.ts';
import type { Item, ItemKey } from '../entries/dynamo-table.ts';

/**
 * The counts of a form are in one partition, in parts. Each part has shards, whose sum it is: who meets another
 * writer writes to another shard.
 */
export function countsPartitionKey(form: string): string {
  return `counts#${form}`;
}

/** A chart reads all of them. */
export const mostShards = 4;

export function countsKey(form: string, part: string, shard: number): ItemKey {
  return { pk: countsPartitionKey(form), sk: `${part}#${shard}` };
}

/** When all entries of the form had been counted: what was counted before is not all. */
export function recountedKey(form: string): ItemKey {
  return { pk: countsPartitionKey(form), sk: 'recounted' };
}

/** In the author's partition: what an entry has added to the counts of its form, and as of which version. */
export function countedKey({ username, form, id }: EntryKey): ItemKey {
  return { pk: authorPartitionKey(username), sk: `counted#${form}#${id}` };
}

export function itemKeyText({ pk, sk }: ItemKey): string {
  return JSON.stringify([pk, sk]);
}

/** Counts as a text, which is equal if they are. */
export function countsText(counts: Counts): string {
  return canonicalJson(counts);
}

/** From this length on a text is compressed: DynamoDB charges by the kilobyte. */
const longText = 900;
/** No other text begins with it. */
const compressed = 'deflate:';

/** Counts as an item has them. Those of a large form are a fifth of their text. */
export function packCounts(counts: Counts): string {
  const text = countsText(counts);
  if (text.length < longText) return text;
  return compressed + zlib().deflateRawSync(text).toString('base64');
}

export function countsTextIn({ counts }: Item): string {
  const text = String(counts);
  if (!text.startsWith(compressed)) return text;
  return zlib()
    .inflateRawSync(Buffer.from(text.slice(compressed.length), 'base64'))
    .toString();
}

/** Loaded when it is needed, as most requests of the API need none: a cold start loads as little as possible. */
function zlib() {
  return process.getBuiltinModule('node:zlib');
}

export function countsIn(item: Item): Counts {
  return JSON.parse(countsTextIn(item)) as Counts;
}
