import type { NoticeLanguage } from '#core/form/form-notify.ts';

/** The texts of the mails to owners. None of them was typed by a respondent. */
type NoticeMessages = {
  readonly newResponse: (title: string) => string;
  /** @param at when it was stored */
  readonly received: (at: string) => string;
  readonly openIt: string;
  readonly why: (title: string) => string;
  readonly digest: (title: string) => string;
  readonly between: (since: string, until: string) => string;
  readonly newResponses: string;
  readonly withdrawn: string;
  readonly waiting: string;
  readonly openAll: string;
  readonly further: (title: string) => string;
  /** @param most how many mails there are in an hour */
  readonly withoutMail: (most: number, count: number) => string;
};

const english: NoticeMessages = {
  newResponse: (title) => `New response: ${title}`,
  received: (at) => `There is a new response, received on ${at}.`,
  openIt: 'Open it in the app:',
  why: (title) => `You get this mail as an owner of the form “${title}”.`,
  digest: (title) => `Digest: ${title}`,
  between: (since, until) => `From ${since} to ${until}:`,
  newResponses: 'New responses',
  withdrawn: 'Withdrawn',
  waiting: 'Waiting for review now',
  openAll: 'Open the responses in the app:',
  further: (title) => `Further new responses: ${title}`,
  withoutMail: (most, count) =>
    `Further new responses without a mail of their own, as there are at most ${most} an hour: ${count}`,
};

const arabic: NoticeMessages = {
  newResponse: (title) => `رد جديد: ${title}`,
  received: (at) => `هناك رد جديد، وصل في ${at}.`,
  openIt: 'افتحه في التطبيق:',
  why: (title) => `وصلك هذا البريد لأنك من مالكي النموذج «${title}».`,
  digest: (title) => `ملخص: ${title}`,
  between: (since, until) => `من ${since} إلى ${until}:`,
  newResponses: 'ردود جديدة',
  withdrawn: 'ردود مسحوبة',
  waiting: 'تنتظر المراجعة الآن',
  openAll: 'افتح الردود في التطبيق:',
  further: (title) => `ردود جديدة أخرى: ${title}`,
  withoutMail: (most, count) =>
    `ردود جديدة أخرى لم يصلك بريد عن كل منها، إذ لا يتجاوز عدد الرسائل ${most} في الساعة: ${count}`,
};

export const noticeMessages: Readonly<Record<NoticeLanguage, NoticeMessages>> = {
  en: english,
  ar: arabic,
};
