import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, DynamoDBBatchResponse } from 'aws-lambda';
import { formById, forms } from '#forms/index.ts';
import { getOwn } from '#core/values/own-property.ts';
import { readCounts } from '../counts/read-counts.ts';
import { createLambdaDynamoClient } from '../dynamodb/lambda-dynamo-client.ts';
import { createTable } from '../entries/dynamo-table.ts';
import { createTableTokens } from '../invitations/table-tokens.ts';
import { randomBytes } from '../node-crypto.ts';
import { createTableVerifiedAddresses } from '../verification/table-verified-addresses.ts';
import { createVerificationTokens } from '../verification/verification-tokens.ts';
import { createTableMembers } from '../roles/table-members.ts';
import { createLinkMails } from './link-mails.ts';
import { createNoticeQuota } from './notice-quota.ts';
import { createNotices } from './owner-notices.ts';
import { createOwnerAddresses } from './owner-addresses.ts';
import type { DueReportsDeps } from './reports/due-reports.ts';
import { sendReports } from './reports/send-reports.ts';
import { sendMails, type SendMailsDeps } from './send-mails.ts';
import { createReviewMails } from './review-mails.ts';
import { createDeliveryRecords } from './delivery-records.ts';
import { createQuota } from './mail-quota.ts';
import type { StreamEvent } from './stream-records.ts';
import { createResendProvider } from './resend-provider.ts';
import { createTypedAddressMails } from './typed-address-mails.ts';
import { createVerificationQuota } from './verification-quota.ts';
import { createFindLiveEntry } from './live-entry.ts';

/** For how long it is known which report was sent. */
const secondsOfReports = 40 * 24 * 3600;

const { call } = createLambdaDynamoClient();
const setting = (name: string) => getOwn(process.env, name) ?? '';
const now = () => new Date();
const table = createTable({ call, name: setting('TABLE_NAME'), spend: () => {} });

const provider = createResendProvider({
  url: setting('MAIL_API'),
  from: setting('MAIL_FROM'),
  key: () => setting('RESEND_API_KEY'),
  timeout: 10_000,
});
const signing = { table, remembered: {}, randomBytes, now };
const tokens = createTableTokens(signing);
const verificationTokens = createVerificationTokens(signing);

const deliveryRecords = createDeliveryRecords({ table, now });
const noticeQuota = createNoticeQuota({ table, now });
const quota = createQuota({
  table,
  notices: noticeQuota,
  verifications: createVerificationQuota({
    table,
    tokens: verificationTokens,
    mailsPerDay: (form) => formById(form)?.shield?.mailsPerDay,
  }),
});

const recipientsOf = createOwnerAddresses({
  members: createTableMembers(table),
  owners: setting('OWNERS_MAIL'),
});

const deps: SendMailsDeps = {
  deliveryRecords,
  findLiveEntry: createFindLiveEntry(table),
  quota,
  reviewMails: createReviewMails({ table, deliveryRecords, quota, provider, formById }),
  notices: createNotices({ recipientsOf, app: setting('APP_ADDRESS') }),
  linkMails: createLinkMails({ table, tokens, provider, formById, now }),
  typedAddressMails: createTypedAddressMails({
    tokens: verificationTokens,
    verified: createTableVerifiedAddresses({ table, tokens: verificationTokens, now }),
    app: setting('APP_ADDRESS'),
    now,
  }),
  provider,
  backend: setting('BACKEND'),
  formById,
  now,
  random: Math.random,
  sleep,
  // Not `console.log`: see api/create-api-handler.ts.
  log: (line) => void process.stdout.write(`${line}\n`),
};

const reportDeps: DueReportsDeps = {
  table,
  readCounts: (form) => readCounts(table, form),
  noticeQuota,
  deliveryRecords: createDeliveryRecords({ table, now, secondsKept: secondsOfReports }),
  provider,
  recipientsOf,
  app: setting('APP_ADDRESS'),
  now,
};

/** The entry point that Lambda calls with records of the table's stream; and every hour for reports to owners, if there are any. */
export async function handler(
  event: StreamEvent | { readonly reports: true },
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<DynamoDBBatchResponse | undefined> {
  const timeLeft = () => context.getRemainingTimeInMillis();
  if (!('reports' in event)) return sendMails(deps, event, timeLeft);
  await sendReports({ ...deps, ...reportDeps }, forms, timeLeft);
  return undefined;
}
