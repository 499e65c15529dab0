import type { DynamoDBRecord } from 'aws-lambda';
import type { ReadyMail } from '../mail/compose-mails.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { exampleFormById } from '#forms/testing/example-forms.ts';
import { toAttributes } from '../dynamodb/attribute-values.ts';
import { deliveryRecordKey, toItem } from '../entries/entry-item.ts';
import { createMemoryTable } from './memory-table.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import type { Form } from '#core/form/define-form.ts';
import type { TypedAddressMails } from '../mail/typed-address-mails.ts';
import type { VerificationQuota } from '../mail/verification-quota.ts';
import type { LinkMails } from '../mail/link-mails.ts';
import { sendMails } from '../mail/send-mails.ts';
import { createNoticeQuota } from '../mail/notice-quota.ts';
import { createNotices, type Notices } from '../mail/owner-notices.ts';
import { createReviewMails, type ReviewMails } from '../mail/review-mails.ts';
import { createDeliveryRecords } from '../mail/delivery-records.ts';
import { createQuota } from '../mail/mail-quota.ts';
import { entryInRecord } from '../mail/stream-records.ts';
import { createFindLiveEntry } from '../mail/live-entry.ts';
import type { SendResult, MailProvider } from '../mail/mail-provider.ts';

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

/** A stream record as Lambda passes it on. */
export function aRecord(entry: StoredEntry, sequence: number): DynamoDBRecord {
  const NewImage = toAttributes(toItem(entry)) as NonNullable<
    DynamoDBRecord['dynamodb']
  >['NewImage'];
  return { eventName: 'INSERT', dynamodb: { NewImage, SequenceNumber: String(sequence) } };
}

/** A provider that returns these results one after another, and then accepts everything. */
export function aProvider(...answers: SendResult[]) {
  const sent: { readonly mail: ReadyMail; readonly key: string }[] = [];
  const provider: MailProvider = {
    async send(mail, key) {
      sent.push({ mail, key });
      return answers.shift() ?? { is: 'sent' };
    },
  };
  return { provider, sent };
}

/** Of a deployment in which nobody is invited. */
export const noLinkMails: LinkMails = {
  deliver: async () => {
    throw new Error('Nobody is invited to these forms.');
  },
};

/** Of a deployment whose forms ask for no address. */
export const noTypedAddressMails: TypedAddressMails = {
  mailFor: async () => undefined,
};

/** Of a deployment in which nobody sends an entry back. */
export const noReviewMails: ReviewMails = {
  deliver: async () => {
    throw new Error('Nobody reviews these forms.');
  },
};

/** Of a deployment whose forms notify nobody. */
export const noNotices: Notices = { mailsFor: async () => [] };

const app = 'https://forms.example.org';

export const noVerifications: VerificationQuota = { allows: async () => false };

type InMemoryMailOptions = {
  readonly provider: MailProvider;
  readonly table?: Table;
  readonly linkMails?: LinkMails;
  readonly typedAddressMails?: TypedAddressMails;
  readonly verifications?: VerificationQuota;
  readonly formById?: (id: string) => Form | undefined;
  /** Who gets mail about each form. */
  readonly owners?: readonly string[];
  /** Added to every form. */
  readonly notify?: Form['notify'];
  readonly now?: () => Date;
};

const noon = () => new Date('2026-01-01T12:00:00Z');

/** The mail function with its own in-memory table. Only sleeping and sending take time. */
export function createInMemoryMail({
  provider,
  table = createMemoryTable(),
  linkMails = noLinkMails,
  typedAddressMails = noTypedAddressMails,
  verifications = noVerifications,
  formById = exampleFormById,
  owners = [],
  notify,
  now = noon,
}: InMemoryMailOptions) {
  let left = 120_000;
  const pauses: number[] = [];
  const lines: string[] = [];
  const deliveryRecords = createDeliveryRecords({ table, now });
  const quota = createQuota({
    table,
    verifications,
    notices: createNoticeQuota({ table, now }),
  });
  const reviewMails = createReviewMails({
    table,
    deliveryRecords,
    quota,
    provider,
    formById,
  });
  const deps = {
    deliveryRecords,
    reviewMails,
    findLiveEntry: createFindLiveEntry(table),
    quota,
    linkMails,
    typedAddressMails,
    provider: {
      send: (mail: ReadyMail, key: string) => {
        left -= 100;
        return provider.send(mail, key);
      },
    },
    formById: (id: string) => {
      const form = formById(id);
      return form && { ...form, ...(notify && { notify }) };
    },
    notices: createNotices({ recipientsOf: async () => owners, app }),
    backend: 'formstead-test',
    now,
    random: () => 1,
    sleep: async (milliseconds: number) => {
      pauses.push(milliseconds);
      left -= milliseconds;
    },
    log: (line: string) => void lines.push(line),
  };
  /** Stores the entries, as they would be before the stream delivers them. */
  async function store(records: readonly DynamoDBRecord[]): Promise<void> {
    for (const record of records)
      await table.put(toItem(entryInRecord(record)), { if: 'attribute_not_exists(pk)' });
  }

  async function receive(records: readonly DynamoDBRecord[], again?: true) {
    left = 120_000;
    const event = { Records: records, ...(again && { again }) };
    const { batchItemFailures } = await sendMails(deps, event, () => left);
    return batchItemFailures.map((it) => it.itemIdentifier);
  }

  return {
    pauses,
    lines,
    receive: async (records: readonly DynamoDBRecord[], again?: true) => {
      await store(records);
      return receive(records, again);
    },
    /** Records of items that are no entries. */
    receiveItems: (records: readonly DynamoDBRecord[]) => receive(records),
    quota: deps.quota,
    deliveryRecord: (entry: StoredEntry): Promise<Item | undefined> =>
      table.get(deliveryRecordKey('confirmation', entry)),
  };
}
