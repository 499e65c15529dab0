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

export const mostShards = 16;

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

/** Counts as a text: a third of the size of an item's own attributes, and equal if they are equal. */
export function countsText(counts: Counts): string {
  return canonicalJson(counts);
}

export function countsIn(item: Item): Counts {
  return JSON.parse(String(item['counts'])) as Counts;
}
