import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { inCurrentVersion } from '#core/form/current-entry.ts';
import type { OnFormError } from '#core/form/safe-call.ts';
import { withoutDamage } from '#core/values/characters.ts';
import { email } from '#core/fields/email.ts';
import { hasRightToLeft, tidyLine, tidyText } from '#core/values/tidy-text.ts';
import type { Form } from '#core/form/define-form.ts';
import type { NoticeLanguage } from '#core/form/form-notify.ts';
import { confirmationTextFor } from '#core/form/form-functions.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { MailKind } from '../entries/entry-item.ts';
import { defuseLinks } from './defuse-links.ts';

/** A mail, ready for any provider. Headers are one line, and all markup is ours. */
export type ReadyMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** A mail about one entry: to its author, or to one of the form's owners. */
export type Mail = ReadyMail & {
  readonly kind: MailKind;
  /** Which of several it goes to: the digest of the address. */
  readonly recipient?: string;
};

/** The form's function for the mail failed. Nothing is sent, and the delivery record says so. */
export type FailedMail = Pick<Mail, 'kind' | 'recipient'> & { readonly hasFailed: true } & {
  readonly [Part in Exclude<keyof Mail, 'kind' | 'recipient'>]?: never;
};

type MailContent = Pick<ReadyMail, 'subject' | 'text'> & {
  readonly to: string | undefined;
  readonly links?: readonly string[] | undefined;
  /** If the whole mail is in it. */
  readonly language?: NoticeLanguage;
};

/**
 * The confirmation of a new entry, as its form declares it. It goes to the author's verified address, never to one that
 * somebody typed.
 */
export function composeConfirmation(
  form: Form,
  stored: StoredEntry,
  onFormError?: OnFormError,
): Mail | FailedMail | undefined {
  const { confirmTo: to } = stored;
  if (!form.confirmation || to === undefined) return undefined;
  const entry = inCurrentVersion(form, stored, onFormError);
  const kind = 'confirmation';
  const { subject, links } = form.confirmation;
  const text = confirmationTextFor(form, entry, onFormError);
  if (!text.ok || text.value === undefined) return { kind, hasFailed: true };
  return ofKind(kind, addressMail({ to, subject, text: text.value, links }));
}

function ofKind(kind: Mail['kind'], mail: ReadyMail | undefined): Mail | undefined {
  return mail && { kind, ...mail };
}

/** The address and the text of a mail, made harmless. Addresses are checked like those of an email field. Without a valid one there is no mail. */
const recipient = email({ label: 'Recipient' });

export function addressMail({
  to,
  subject,
  text,
  links,
  language,
}: MailContent): ReadyMail | undefined {
  const address = recipient.parse(to);
  if (!address.ok) return undefined;
  // Invisible characters are removed first: one inside an address would hide it from `defuseLinks`.
  const body = defuseLinks(withoutDamage(tidyText(text)), links);
  const line = withoutDamage(tidyLine(subject)).replace(/ +/g, ' ');
  return {
    to: address.value,
    subject: line,
    text: body,
    html: language === 'ar' ? toArabicHtml(body) : toHtml(body),
  };
}

/** Blank lines separate paragraphs. Everything else is escaped, so answers cannot contain markup. */
function toHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((it) => toParagraph(it, hasRightToLeft(it) ? ' dir="auto"' : undefined))
    .join('\n');
}

/** The whole mail reads from right to left, with the links and zones in it as they are. */
function toArabicHtml(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((it) => toParagraph(it, ''));
  return `<div dir="rtl" lang="ar">\n${paragraphs.join('\n')}\n</div>`;
}

/** Each line takes the direction of its own letters, because a mail is left-to-right by default. */
function toParagraph(paragraph: string, direction: string | undefined): string {
  const lines = escapeHtml(paragraph).split('\n');
  return direction !== undefined
    ? `<p${direction}>${lines.map((line) => `<bdi>${line}</bdi>`).join('<br>\n')}</p>`
    : `<p>${lines.join('<br>\n')}</p>`;
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (it) => getOwn(entities, it) ?? it);
}
