import type { DynamoDBRecord } from 'aws-lambda';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { choice, choiceFrom, number, repeat, scale, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { list } from '#core/form/list.ts';
import { reviewStates } from '#core/review/review.ts';
import { anEntry, erased, restored, revised, withdrawn } from '#core/testing/sample-entries.ts';
import { spreadOver } from '#core/values/spread-over.ts';
import { toAttributes } from '../dynamodb/attribute-values.ts';
import { toItem } from '../entries/entry-item.ts';

/** A form with an answer of each kind that is counted in its own way. */
export const surveyForm = defineForm({
  id: 'survey',
  version: 1,
  title: 'Survey',
  action: 'Send',
  fields: {
    name: text({ label: 'Name' }),
    source: choice({
      label: 'Source',
      options: [
        ['tap', 'A tap'],
        ['well', 'A well'],
        ['other', 'Another'],
      ],
    }),
    metres: number({ label: 'Metres', optional: true }),
    liking: scale({ label: 'How do you like it?', min: 1, max: 5, optional: true }),
    town: choiceFrom({
      label: 'Town',
      list: list(() => import('#core/testing/sample-list.ts')),
      example: 'giza',
      optional: true,
    }),
    people: repeat({
      label: 'People',
      fields: { age: number({ label: 'Age', optional: true }) },
      optional: true,
    }),
  },
  when: { metres: ({ source }) => source !== 'tap' },
});

export type Histories = {
  /** The records of the stream. Those of one entry are in one shard, in their order. */
  readonly shards: readonly (readonly DynamoDBRecord[])[];
  /** The entries as they are in the end. */
  readonly entries: readonly StoredEntry[];
};

type Settings = { readonly entries: number; readonly changes: number; readonly shards: number };

/** What happens to entries that people submit, revise, withdraw, restore and erase, and owners release. */
export function randomHistories(chance: () => number, settings: Settings): Histories {
  const entries: StoredEntry[] = [];
  /** As the last record of each entry has it. */
  const images: Image[] = [];
  const shards: DynamoDBRecord[][] = Array.from({ length: settings.shards }, () => []);
  for (let change = 1; change <= settings.changes;) {
    const isNew = chance() < (settings.entries - entries.length) / (settings.changes - change + 1);
    const at = isNew ? entries.length : Math.floor(chance() * entries.length);
    const before = isNew ? undefined : entries[at];
    const after = before ? changed(before, chance) : submitted(chance);
    const isOver = entries.length === settings.entries && entries.every((it) => it.erased);
    if (!after && isOver) break;
    if (!after) continue;
    entries[at] = after;
    const record = toRecord(change, after, images[at]);
    images[at] = record.dynamodb?.NewImage;
    shards[spreadOver(after.username, settings.shards)]?.push(record);
    change += 1;
  }
  return { shards, entries };
}

function submitted(chance: () => number): StoredEntry {
  const day = 1 + Math.floor(chance() * 90);
  const createdAt = new Date(Date.UTC(2026, 0, day)).toISOString();
  const entry = anEntry({ form: surveyForm.id, createdAt, answers: randomAnswers(chance) });
  return chance() < 0.1 ? { ...entry, onHold: ['form-rate'] } : entry;
}

/** `undefined` if nothing can happen to it any more. */
function changed(entry: StoredEntry, chance: () => number): StoredEntry | undefined {
  const dice = chance();
  if (entry.erased) return undefined;
  if (entry.onHold && dice < 0.5) {
    const { onHold: _, ...released } = entry;
    return released;
  }
  if (entry.deletedAt === undefined && !entry.onHold && chance() < 0.2)
    return reviewed(entry, chance);
  if (entry.deletedAt !== undefined) return dice < 0.7 ? restored(entry) : erasedAll(entry);
  if (dice < 0.6) return revised(entry, { answers: randomAnswers(chance) });
  return dice < 0.9 ? withdrawn(entry) : erasedAll(entry);
}

/** Nothing is left of its reviews, either. */
function erasedAll(entry: StoredEntry): StoredEntry {
  const { review: _r, reviewCount: _c, ...others } = entry;
  return erased(others);
}

/** Without a new version. */
function reviewed(entry: StoredEntry, chance: () => number): StoredEntry {
  const { version, reviewCount = 0 } = entry;
  const state = reviewStates[Math.floor(chance() * reviewStates.length)] ?? 'received';
  const review = { id: crypto.randomUUID(), version, state, at: entry.createdAt };
  return { ...entry, review, reviewCount: reviewCount + 1 };
}

function randomAnswers(chance: () => number): StoredEntry['answers'] {
  const pick = <It>(...all: readonly It[]) => all[Math.floor(chance() * all.length)];
  const person = () => ({ id: crypto.randomUUID(), age: Math.floor(chance() * 100) });
  return {
    name: 'Mickey',
    source: pick('tap', 'well', 'other'),
    ...(chance() < 0.7 && { metres: Math.round(chance() ** 3 * 1e6) / 10 }),
    ...(chance() < 0.7 && { liking: pick(1, 2, 3, 4, 5) }),
    ...(chance() < 0.7 && { town: pick('giza', 'helwan', 'banha', 'tanta') }),
    people: Array.from({ length: Math.floor(chance() * 3) }, person),
  };
}

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];

function toRecord(sequence: number, entry: StoredEntry, before: Image): DynamoDBRecord {
  const plain = JSON.parse(JSON.stringify(toItem(entry))) as Record<string, unknown>;
  const { pk, sk } = plain;
  return {
    eventName: before ? 'MODIFY' : 'INSERT',
    dynamodb: {
      SequenceNumber: String(sequence),
      Keys: toAttributes({ pk, sk }) as never,
      ...(before && { OldImage: before }),
      NewImage: toAttributes(plain) as never,
    },
  };
}
