import type { NoticeLanguage } from '#core/form/form-notify.ts';

/** The texts of the mails to owners. None of them was typed by a respondent. */
type NoticeMessages = {
  readonly newResponse: (title: string) => string;
  /** @param at when it was stored */
  readonly received: (at: string) => string;
  readonly openIt: string;
  readonly why: (title: string) => string;
};

const english: NoticeMessages = {
  newResponse: (title) => `New response: ${title}`,
  received: (at) => `There is a new response, received on ${at}.`,
  openIt: 'Open it in the app:',
  why: (title) => `You get this mail as an owner of the form “${title}”.`,
};

const arabic: NoticeMessages = {
  newResponse: (title) => `رد جديد: ${title}`,
  received: (at) => `هناك رد جديد، وصل في ${at}.`,
  openIt: 'افتحه في التطبيق:',
  why: (title) => `وصلك هذا البريد لأنك من مالكي النموذج «${title}».`,
};

export const noticeMessages: Readonly<Record<NoticeLanguage, NoticeMessages>> = {
  en: english,
  ar: arabic,
};
