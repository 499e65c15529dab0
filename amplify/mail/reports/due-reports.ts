import type { StoredCounts } from '#core/entries/store/entry-store.ts';
import { latestDigestDay } from '#core/form/digest-period.ts';
import type { Form } from '#core/form/define-form.ts';
import { digest as digestOf } from '../../digest.ts';
import type { Table } from '../../entries/dynamo-table.ts';
import { reportKey, reportRecordKey } from '../../entries/entry-item.ts';
import type { PendingMail } from '../deliver-in-rounds.ts';
import type { DeliveryRecords } from '../delivery-records.ts';
import type { MailProvider } from '../mail-provider.ts';
import type { NoticeQuota } from '../notice-quota.ts';
import { composeReport, type ReportKind } from './compose-report.ts';
import { nextReport, type ReportState } from './report-state.ts';
import { totalsOfCounts, totalsOfWithheld } from './report-totals.ts';
import { ifNone, ifVersionIs } from '../../entries/write-conditions.ts';

export type DueReportsDeps = {
  readonly table: Pick<Table, 'get' | 'put'>;
  readonly readCounts: (form: string) => Promise<StoredCounts>;
  readonly noticeQuota: Pick<NoticeQuota, 'withheldOf'>;
  readonly deliveryRecords: DeliveryRecords;
  readonly provider: MailProvider;
  readonly recipientsOf: (form: string) => Promise<readonly string[]>;
  /** The address of the app. */
  readonly app: string;
  readonly now: () => Date;
};

/** The mails of a report, and what to do once everybody has got it. */
export type DueReport = {
  readonly mails: readonly PendingMail[];
  readonly finish: () => Promise<void>;
};

/** Milliseconds after which a report is given up: half as long as the provider knows its keys. The next one says it all. */
const givenUpAfter = 12 * 3600 * 1000;

/** What is to be sent to the owners of a form now. However often it is called, a report says the same in its period. */
export async function dueReports(deps: DueReportsDeps, form: Form): Promise<readonly DueReport[]> {
  const { notify } = form;
  if (!notify) return [];
  const { digest, newEntry, timeZone = 'UTC' } = notify;
  const at = deps.now();
  return [
    ...(digest === undefined
      ? []
      : await dueReport(deps, form, {
          kind: 'digest',
          period: latestDigestDay({ digest, timeZone }, at),
          readTotals: async () => totalsOfCounts(await deps.readCounts(form.id)),
        })),
    ...(newEntry === undefined
      ? []
      : await dueReport(deps, form, {
          kind: 'further',
          period: at.toISOString().slice(0, 13),
          readTotals: async () => totalsOfWithheld(await deps.noticeQuota.withheldOf(form.id)),
        })),
  ];
}

type Wanted = {
  readonly kind: ReportKind;
  readonly period: string;
  readonly readTotals: () => Promise<ReportState['totals']>;
};

async function dueReport(
  deps: DueReportsDeps,
  form: Form,
  wanted: Wanted,
): Promise<readonly DueReport[]> {
  const { table, recipientsOf, now } = deps;
  const report = await reportOfPeriod(deps, form, wanted);
  const age = now().getTime() - Date.parse(report.at);
  if (report.isFinished || age > givenUpAfter) return [];
  const recipients = await recipientsOf(form.id);
  return [
    {
      mails: recipients.flatMap((to) => reportMail(deps, { ...wanted, form, report, to }) ?? []),
      async finish() {
        const { version } = report;
        const finished = { ...report, isFinished: true, version: version + 1 };
        const key = reportKey(form.id, wanted.kind);
        // If somebody else was faster, it is finished, or the next one has begun.
        await table.put({ ...key, ...finished }, ifVersionIs(version));
      },
    },
  ];
}

type StoredReport = ReportState & { readonly version: number };

/** Attempts against others who make the same report. */
const maxRounds = 10;

/** The report of this period, which the first to come makes. */
async function reportOfPeriod(
  { table, now }: DueReportsDeps,
  form: Form,
  { kind, period, readTotals }: Wanted,
): Promise<StoredReport> {
  const key = reportKey(form.id, kind);
  for (let round = 0; round < maxRounds; round += 1) {
    const item = await table.get(key);
    const before = item && (item as unknown as StoredReport);
    if (before && before.period >= period) return before;
    const at = now().toISOString();
    const next = nextReport(before ?? startOf(kind, at), {
      period,
      at,
      totals: await readTotals(),
    });
    const stored = { ...next, version: (before?.version ?? 0) + 1 };
    const condition = before ? ifVersionIs(before.version) : ifNone;
    if ((await table.put({ ...key, ...stored }, condition)).done) return stored;
  }
  throw new Error('A report is being made all the time.');
}

/** Without a mail for an entry from the first one on; digests begin with what there is. */
function startOf(kind: ReportKind, at: string): ReportState | undefined {
  const none = totalsOfWithheld(0);
  return kind === 'further'
    ? { period: '', since: at, from: none, at, totals: none, isFinished: true }
    : undefined;
}

type Addressed = {
  readonly kind: ReportKind;
  readonly period: string;
  readonly form: Form;
  readonly report: ReportState;
  readonly to: string;
};

function reportMail(
  { deliveryRecords, provider, app }: DueReportsDeps,
  { kind, form, report, to }: Addressed,
): PendingMail | undefined {
  const mail = composeReport({ kind, form, report, to, app });
  if (!mail) return undefined;
  const recipient = digestOf(to);
  const key = reportRecordKey(form.id, `${kind}#${report.period}#${recipient}`);
  return {
    sequence: `${kind} ${report.period}`,
    form: form.id,
    kind,
    async deliver() {
      if (!(await deliveryRecords.claim(key, false))) return { is: 'done before' };
      const result = await provider.send(mail, `${kind}/${form.id}/${report.period}/${recipient}`);
      await deliveryRecords.finish(key, result);
      return result;
    },
  };
}
