import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { responsePath } from '#core/events/event-message.ts';
import type { Form } from '#core/form/define-form.ts';
import type { NoticeLanguage } from '#core/form/form-notify.ts';
import { inArabic } from '#forms/in-arabic.ts';
import { getOwn } from '#core/values/own-property.ts';
import { addressMail, type ReadyMail } from './compose-mails.ts';
import { noticeMessages } from './notice-messages.ts';

type NoticeContent = {
  readonly form: Form;
  readonly entry: Pick<StoredEntry, 'form' | 'username' | 'id' | 'createdAt'>;
  readonly to: string;
  /** The address of the app. */
  readonly app: string;
};

/** A mail to an owner about a new entry: that it came and when, and where to read it. It has no answers. */
export function composeNotice({ form, entry, to, app }: NoticeContent): ReadyMail | undefined {
  const { language, title } = textsOf(form);
  const messages = noticeMessages[language];
  const paragraphs = [
    messages.received(timeText(form, entry.createdAt)),
    `${messages.openIt}\n${app}${responsePath(entry)}`,
    messages.why(title),
  ];
  return addressMail({
    to,
    subject: messages.newResponse(title),
    text: paragraphs.join('\n\n'),
    links: [`${app}/`],
    language,
  });
}

/** The language of the form's mails to owners, and the title in it. */
export function textsOf({ id, notify, title }: Form): {
  readonly language: NoticeLanguage;
  readonly title: string;
} {
  const { language = 'en' } = notify ?? {};
  const translated = language === 'ar' ? getOwn(inArabic, id)?.title : undefined;
  return { language, title: translated ?? title };
}

/** A moment as the owners’ clock shows it, with the zone’s name. */
export function timeText({ notify }: Pick<Form, 'notify'>, at: string): string {
  const { timeZone = 'UTC', language = 'en' } = notify ?? {};
  const format = new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : 'en-GB', {
    timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return `${format.format(new Date(at))} (${timeZone})`;
}
