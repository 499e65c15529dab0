import { inCurrentVersion, type Entry } from './entry.ts';
import { plainLine, plainText } from './fields/characters.ts';
import { email } from './fields/email.ts';
import { isBlank } from './fields/make-field.ts';
import type { Form } from './form.ts';

/** A mail about one entry, ready for any provider: one line where a header stands, and no markup but ours. */
export type Mail = {
  /** To the person it is about, or to the form's owners. */
  readonly kind: 'confirmation' | 'notice';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

type Words = Pick<Mail, 'kind' | 'subject' | 'text'> & { readonly to: string | undefined };

/**
 * The mails an entry brings about: what its form confirms, and what its owners want to be told.
 * @param owners the owners' address, where there is one
 */
export function mailsFor(form: Form, stored: Entry, owners?: string): readonly Mail[] {
  const entry = inCurrentVersion(form, stored);
  return [confirmationOf(form, entry), noticeOf(form, entry, owners)].flatMap((words) =>
    words ? (addressed(words) ?? []) : [],
  );
}

function confirmationOf({ title, confirmation }: Form, entry: Entry): Words | undefined {
  if (!confirmation) return undefined;
  const subject = confirmation.subject(entry);
  return {
    kind: 'confirmation',
    to: confirmation.to(entry),
    subject: isBlank(subject) ? title : subject,
    text: confirmation.text(entry),
  };
}

function noticeOf(form: Form, { answers }: Entry, owners: string | undefined): Words | undefined {
  if (form.notify !== 'owners') return undefined;
  const lines = Object.entries(form.fields)
    // A mail lies in many places, none of them ours.
    .filter(([name, field]) => answers[name] !== undefined && !field.sensitive)
    .map(([name, field]) => `${field.label}: ${field.show(answers[name])}`);
  return {
    kind: 'notice',
    to: owners,
    subject: `${form.title}: a new response`,
    text: lines.join('\n'),
  };
}

/** What an address must be is what the email field says; without one there is nobody to write to. */
const recipient = email({ label: 'Recipient' });

/** The first 200 characters. Mail programs show fewer. */
const beginning = /^.{0,200}/u;

function addressed({ kind, to, subject, text }: Words): Mail | undefined {
  const address = recipient.parse(to);
  if (!address.ok) return undefined;
  const body = plainText(text);
  return {
    kind,
    to: address.value,
    subject: beginning.exec(plainLine(subject))?.[0] ?? '',
    text: body,
    html: asHtml(body),
  };
}

/** Paragraphs where there are blank lines, and nothing that an answer could have brought along. */
function asHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n');
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (it) => entities[it] ?? it);
}
