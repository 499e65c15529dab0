import { prices } from './prices.ts';

/** A line of a bill: its explanation, and its amount. */
export type BillLine = { readonly part: string; readonly of: string; readonly dollars: number };

/** A million requests that each take so many seconds, in a function with so many gigabytes. */
const running = (seconds: number, gigabytes: number) =>
  1_000_000 * seconds * gigabytes * prices.gigabyteSecond.dollars;

const gatewayCalls: BillLine = {
  part: 'API Gateway',
  of: 'a call each',
  dollars: prices.restCalls.dollars,
};

const storingEntries = {
  of: '2 write units: the entry and its place in the index; a read unit: is its author erased?',
  dollars: 2 * prices.writeUnits.dollars + prices.readUnits.dollars,
};

/** A million submissions without mails. */
export const submissions: readonly BillLine[] = [
  gatewayCalls,
  {
    part: 'Lambda, API',
    of: 'a request, 10 ms of 512 MB',
    dollars: prices.invocations.dollars + running(0.01, 0.5),
  },
  { part: 'DynamoDB', ...storingEntries },
  { part: 'logs', of: 'a line of 0.5 kB, and Lambda’s own three', dollars: prices.logged.dollars },
];

/** A million submissions without an account, none of them on hold. */
export const openSubmissions: readonly BillLine[] = [
  gatewayCalls,
  {
    part: 'Lambda, API without an account',
    of: 'a request, 20 ms of 512 MB [not verified]: it counts before it stores',
    dollars: prices.invocations.dollars + running(0.02, 0.5),
  },
  { part: 'DynamoDB, the entry', ...storingEntries },
  {
    part: 'DynamoDB, the counters',
    of: '3 write units: the hour’s counts of its device, its range of addresses and its form',
    dollars: 3 * prices.writeUnits.dollars,
  },
  {
    part: 'Lambda, mail',
    of: 'a request, 5 ms of 256 MB [not verified]: reading the stream is free, and it sends no mail',
    dollars: prices.invocations.dollars + running(0.005, 0.25),
  },
  { part: 'logs', of: 'a line of 0.5 kB, and Lambda’s own three', dollars: prices.logged.dollars },
];

/** A mail for each submission, if each arrives alone. */
export const mails: readonly BillLine[] = [
  {
    part: 'DynamoDB, the delivery record',
    of: '2 write units: claimed, and ended',
    dollars: 2 * prices.writeUnits.dollars,
  },
  {
    part: 'DynamoDB, the hour’s count',
    of: 'a read unit and a write unit: is it among the ten of its person’s hour?',
    dollars: prices.readUnits.dollars + prices.writeUnits.dollars,
  },
  {
    part: 'DynamoDB, a look',
    of: 'a read unit: is the entry still there?',
    dollars: prices.readUnits.dollars,
  },
  {
    part: 'Lambda, requests',
    of: 'one each; one for up to ten that come within five seconds',
    dollars: prices.invocations.dollars,
  },
  {
    part: 'Lambda, time',
    of: '0.35 s of 256 MB [not verified], nearly all of it waiting for the provider',
    dollars: running(0.35, 0.25),
  },
  {
    part: 'logs',
    of: 'a line of 0.25 kB, and Lambda’s own three',
    dollars: 0.75 * prices.logged.dollars,
  },
];

/** A million mails that tell an owner of a new entry, if each arrives alone. */
export const ownerMails: readonly BillLine[] = [
  {
    part: 'DynamoDB, who and whether',
    of: '3 read units: the owners, and whether it is among the ten of its form’s hour; 4 write units: a transaction that counts it',
    dollars: 3 * prices.readUnits.dollars + 4 * prices.writeUnits.dollars,
  },
  {
    part: 'DynamoDB, the delivery record',
    of: '2 write units: claimed, and ended; a read unit: is the entry still there?',
    dollars: 2 * prices.writeUnits.dollars + prices.readUnits.dollars,
  },
  {
    part: 'Lambda, mail',
    of: 'a request, 0.35 s of 256 MB [not verified]; one for up to ten that come within five seconds',
    dollars: prices.invocations.dollars + running(0.35, 0.25),
  },
  {
    part: 'logs',
    of: 'a line of 0.25 kB, and Lambda’s own three',
    dollars: 0.75 * prices.logged.dollars,
  },
];

/** A million mails with a personal link, asked for by owners in requests for a hundred each. */
export const linkMails: readonly BillLine[] = [
  {
    part: 'API Gateway and Lambda, API',
    of: 'a hundredth of a call and of a request, 2 s of 512 MB for each hundred [not verified]',
    dollars: (prices.restCalls.dollars + prices.invocations.dollars) / 100 + running(0.02, 0.5),
  },
  {
    part: 'DynamoDB, the request',
    of: '3 write units: what the mail function receives, the day’s count, and when it was; 3 read units: who it is, has answered, had one today',
    dollars: 3 * prices.writeUnits.dollars + 3 * prices.readUnits.dollars,
  },
  {
    part: 'DynamoDB, a look',
    of: 'a read unit: has somebody answered meanwhile?',
    dollars: prices.readUnits.dollars,
  },
  {
    part: 'Lambda, mail',
    of: 'a request, 0.35 s of 256 MB [not verified]; one for up to ten that come within five seconds',
    dollars: prices.invocations.dollars + running(0.35, 0.25),
  },
  {
    part: 'logs',
    of: 'a line of 0.25 kB, and Lambda’s own three',
    dollars: 0.75 * prices.logged.dollars,
  },
];

/** A million addresses that were typed into an open form: the mail that asks to verify one, and the confirmation. */
export const typedAddresses: readonly BillLine[] = [
  {
    part: 'API Gateway and Lambda, API',
    of: 'a call and a request, 10 ms of 512 MB [not verified]: the button is pressed',
    dollars: prices.restCalls.dollars + prices.invocations.dollars + running(0.01, 0.5),
  },
  {
    part: 'DynamoDB, verified',
    of: '2 write units: the address, and the request for the confirmation; 3 read units: the entry twice, and what was verified before',
    dollars: 2 * prices.writeUnits.dollars + 3 * prices.readUnits.dollars,
  },
  {
    part: 'DynamoDB, the day’s counts',
    of: '2 write units and 2 read units: of the mailbox, and of the form',
    dollars: 2 * prices.writeUnits.dollars + 2 * prices.readUnits.dollars,
  },
  {
    part: 'DynamoDB, the hour’s count',
    of: 'a read unit and a write unit, for the confirmation',
    dollars: prices.readUnits.dollars + prices.writeUnits.dollars,
  },
  {
    part: 'DynamoDB, two mails',
    of: '4 write units: each claimed, and ended; 5 read units: is it verified, is the entry still there?',
    dollars: 4 * prices.writeUnits.dollars + 5 * prices.readUnits.dollars,
  },
  {
    part: 'Lambda, mail',
    of: '2 requests, 0.35 s of 256 MB each [not verified]',
    dollars: 2 * (prices.invocations.dollars + running(0.35, 0.25)),
  },
  {
    part: 'logs',
    of: 'three lines, and Lambda’s own for each request',
    dollars: 2 * prices.logged.dollars,
  },
];

/** A million changes of entries, each counted alone, of a form whose counts are a kilobyte. */
export const counting: readonly BillLine[] = [
  {
    part: 'DynamoDB, the record',
    of: '2 write units: what the entry has added, in a transaction; a read unit: what it added before',
    dollars: 2 * prices.writeUnits.dollars + prices.readUnits.dollars,
  },
  {
    part: 'DynamoDB, the counts',
    of: '4 write units and 2 read units: the fields, and the month',
    dollars: 4 * prices.writeUnits.dollars + 2 * prices.readUnits.dollars,
  },
  {
    part: 'Lambda, counts',
    of: 'a request, 10 ms of 512 MB [not verified]',
    dollars: prices.invocations.dollars + running(0.01, 0.5),
  },
  { part: 'logs', of: 'Lambda’s own three lines', dollars: 0.5 * prices.logged.dollars },
];

/** A million events of entries, each sent once to one webhook that answers soon. */
export const events: readonly BillLine[] = [
  {
    part: 'DynamoDB, the event',
    of: '8 write units: added, tried and delivered, with its two indexes; 3 read units: its entry’s others, twice, and its receiver',
    dollars: 8 * prices.writeUnits.dollars + 3 * prices.readUnits.dollars,
  },
  {
    part: 'Lambda, webhooks',
    of: 'a request, 0.3 s of 256 MB [not verified], nearly all of it waiting for the receiver',
    dollars: prices.invocations.dollars + running(0.3, 0.25),
  },
  {
    part: 'logs',
    of: 'a line of 0.1 kB, and Lambda’s own three',
    dollars: 0.6 * prices.logged.dollars,
  },
];

/** Monthly active users, and what Cognito costs for them. */
export const people: readonly (readonly [count: number, dollars: number])[] = [
  10_000, 20_000, 100_000, 1_000_000,
].map((count) => [count, Math.max(0, count - 10_000) * prices.person.dollars] as const);

/** Our own metrics: five per form, two for no form, four for mails. Ten are free. */
const metricsOf = (forms: number) => Math.max(0, 5 * forms + 2 + 4 - 10) * prices.metric.dollars;

export const sumOf = (lines: readonly BillLine[]) => lines.reduce((sum, it) => sum + it.dollars, 0);

/** A thousand pictures of 1 MB that are scanned for malware. */
export const scannedPictures: readonly BillLine[] = [
  {
    part: 'GuardDuty, objects',
    of: '2000: each picture, and its small copy',
    dollars: 2 * prices.scans.dollars,
  },
  { part: 'GuardDuty, bytes', of: '1 GB', dollars: prices.scanned.dollars },
  {
    part: 'DynamoDB and Lambda',
    of: '1000 write units and 1000 read units: the result; 2000 requests, 50 ms of 256 MB [not verified]',
    dollars:
      (prices.writeUnits.dollars +
        prices.readUnits.dollars +
        2 * prices.invocations.dollars +
        2 * running(0.05, 0.25)) /
      1000,
  },
];

/** Amounts that the pages mention in their text. */
export const asides: Readonly<Record<string, number>> = {
  'a million submissions with a mail each': sumOf([...submissions, ...mails]),
  'a GB of entries, kept and backed up': prices.stored.dollars + prices.backedUp.dollars,
  'a push that builds for six minutes': 6 * prices.buildMinute.dollars,
  '100 000 first visits of 0.27 MB': 27 * prices.served.dollars,
  'metrics of four forms': metricsOf(4),
  'metrics of twenty forms': metricsOf(20),
  'a summary of 10 000 small entries': (545 / 1_000_000) * prices.readUnits.dollars,
  'a day of 100 submissions a second without an account':
    ((100 * 86_400) / 1_000_000) * sumOf(openSubmissions),
  'a day of 500 submissions a second': ((500 * 86_400) / 1_000_000) * sumOf(submissions),
};
