import type { Form } from '#core/form/define-form.ts';
import { addressMail, type ReadyMail } from '../compose-mails.ts';
import { textsOf, timeText } from '../compose-notice.ts';
import { noticesPerHour } from '../notice-quota.ts';
import { noticeMessages } from '../notice-messages.ts';
import { newIn, type ReportState } from './report-state.ts';

/** `digest`; or `further`: how many more entries came than owners got a mail about. */
export type ReportKind = 'digest' | 'further';

type ReportContent = {
  readonly kind: ReportKind;
  readonly form: Form;
  readonly report: ReportState;
  readonly to: string;
  /** The address of the app. */
  readonly app: string;
};

/** A mail to an owner that says how many entries there were, and nothing of what they say. */
export function composeReport({ kind, form, report, to, app }: ReportContent) {
  const { language, title } = textsOf(form);
  const messages = noticeMessages[language];
  const { subject, paragraphs } = partsBy[kind]({ form, report, messages, title });
  return addressMail({
    to,
    subject,
    text: [
      ...paragraphs,
      `${messages.openAll}\n${app}/responses/${form.id}`,
      messages.why(title),
    ].join('\n\n'),
    links: [`${app}/`],
    language,
  });
}

type Parts = Pick<ReadyMail, 'subject'> & { readonly paragraphs: readonly string[] };

type PartsInput = Pick<ReportContent, 'form' | 'report'> & {
  readonly messages: (typeof noticeMessages)[keyof typeof noticeMessages];
  readonly title: string;
};

const partsBy: Readonly<Record<ReportKind, (input: PartsInput) => Parts>> = {
  digest({ form, report, messages, title }) {
    const { received, withdrawn } = newIn(report);
    const { waiting } = report.totals;
    const counts = [
      `${messages.newResponses}: ${received}`,
      `${messages.withdrawn}: ${withdrawn}`,
      ...(waiting === undefined ? [] : [`${messages.waiting}: ${waiting}`]),
    ];
    const times = [report.since, report.at].map((it) => timeText(form, it));
    return {
      subject: messages.digest(title),
      paragraphs: [messages.between(times[0] ?? '', times[1] ?? ''), counts.join('\n')],
    };
  },

  further({ report, messages, title }) {
    return {
      subject: messages.further(title),
      paragraphs: [messages.withoutMail(noticesPerHour, newIn(report).received)],
    };
  },
};
