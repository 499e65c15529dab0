import type { DynamoDBRecord } from 'aws-lambda';
import type { Mail } from '#core/confirmation.ts';
import type { StoredEntry } from '#core/entries/store.ts';
import { formById } from '#forms/index.ts';
import { toAttributes } from '../dynamodb/attribute-values.ts';
import { markerKey, toItem } from '../entries/item.ts';
import { createMemoryTable } from '../entries/memory-table.ts';
import type { Item, Table } from '../entries/table.ts';
import { handle } from './handle.ts';
import { createMarkers } from './marker.ts';
import { createQuota } from './quota.ts';
import { entryIn } from './records.ts';
import { createStillThere } from './still-there.ts';
import type { Attempt, Provider } from './provider.ts';

export function anEntry(number: number, answers: object = {}): StoredEntry {
  return {
    id: `018f3c2e-7b1a-7000-8000-${String(number).padStart(12, '0')}`,
    form: 'pwausers',
    formVersion: 1,
    username: 'ada',
    answers: { fname: 'Mickey', lname: 'Mouse', ...answers },
    confirmTo: `mickey${number}@example.com`,
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
}

/** A record of the stream, as Lambda hands it over. */
export function aRecord(entry: StoredEntry, sequence: number): DynamoDBRecord {
  const NewImage = toAttributes(toItem(entry)) as NonNullable<
    DynamoDBRecord['dynamodb']
  >['NewImage'];
  return { eventName: 'INSERT', dynamodb: { NewImage, SequenceNumber: String(sequence) } };
}

/** A provider that does as it is told, attempt by attempt; then it takes everything. */
export function aProvider(...answers: Attempt[]) {
  const sent: { readonly mail: Mail; readonly key: string }[] = [];
  const provider: Provider = {
    async send(mail, key) {
      sent.push({ mail, key });
      return answers.shift() ?? { is: 'sent' };
    },
  };
  return { provider, sent };
}

type World = {
  readonly provider: Provider;
  readonly table?: Table;
  readonly owners?: string;
  /** What the one form there is also declares. */
  readonly notify?: 'owners';
};

const now = () => new Date('2026-01-01T12:00:00Z');

/** The function over a table of its own, on a clock that only sleeping and sending move. */
export function aWorld({ provider, table = createMemoryTable(), owners, notify }: World) {
  let left = 120_000;
  const pauses: number[] = [];
  const lines: string[] = [];
  const deps = {
    markers: createMarkers({ table, now }),
    isStillThere: createStillThere(table),
    quota: createQuota(table),
    provider: {
      send: (mail: Mail, key: string) => {
        left -= 100;
        return provider.send(mail, key);
      },
    },
    formById: (id: string) => {
      const form = formById(id);
      return form && { ...form, ...(notify && { notify }) };
    },
    owners,
    backend: 'formstead-test',
    now,
    random: () => 1,
    sleep: async (milliseconds: number) => {
      pauses.push(milliseconds);
      left -= milliseconds;
    },
    say: (line: string) => void lines.push(line),
  };
  /** What the stream tells of has been stored before. */
  async function store(records: readonly DynamoDBRecord[]): Promise<void> {
    for (const record of records)
      await table.put(toItem(entryIn(record)), { if: 'attribute_not_exists(pk)' });
  }

  return {
    pauses,
    lines,
    receive: async (records: readonly DynamoDBRecord[], again?: true) => {
      left = 120_000;
      await store(records);
      const event = { Records: records, ...(again && { again }) };
      const { batchItemFailures } = await handle(deps, event, () => left);
      return batchItemFailures.map((it) => it.itemIdentifier);
    },
    quota: deps.quota,
    marker: (entry: StoredEntry): Promise<Item | undefined> =>
      table.get(markerKey('confirmation', entry)),
  };
}
