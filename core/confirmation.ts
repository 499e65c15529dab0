import { answerInWords } from './answer-in-words.ts';
import type { StoredEntry } from './entries/store.ts';
import { inCurrentVersion, type Entry } from './entry.ts';
import type { OnFault } from './fault.ts';
import { withoutDamage } from './fields/characters.ts';
import { email } from './fields/email.ts';
import { hasRightToLeft, tidyLine, tidyText } from './fields/tidy.ts';
import type { Form } from './form.ts';
import { confirmationTextFor } from './form-functions.ts';
import { own } from './own.ts';
import { unlinked } from './unlinked.ts';

/** A mail about one entry, ready for any provider: one line where a header stands, and no markup but ours. */
export type Mail = {
  /** To the person it is about, or to the form's owners. */
  readonly kind: 'confirmation' | 'notice';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** The form should have written a mail, and failed: nobody is written to, and that is recorded. */
export type Unwritten = Pick<Mail, 'kind'> & { readonly isUnwritten: true } & {
  readonly [Part in Exclude<keyof Mail, 'kind'>]?: never;
};

type Words = Pick<Mail, 'kind' | 'subject' | 'text'> & {
  readonly to: string | undefined;
  readonly links?: readonly string[] | undefined;
};

/**
 * The mails an entry brings about: what its form confirms, and what its owners want to be told. To the
 * author's own verified address and to the owners', and to none that somebody typed.
 * @param owners the owners' address, where there is one
 */
export function mailsFor(
  form: Form,
  stored: StoredEntry,
  owners?: string,
  onFault?: OnFault,
): readonly (Mail | Unwritten)[] {
  const entry = inCurrentVersion(form, stored, onFault);
  return [
    confirmationOf(form, entry, stored.confirmTo, onFault),
    noticeOf(form, entry, owners),
  ].filter((it) => it !== undefined);
}

function confirmationOf(
  form: Form,
  entry: Entry,
  to: string | undefined,
  onFault?: OnFault,
): Mail | Unwritten | undefined {
  if (!form.confirmation || to === undefined) return undefined;
  const kind = 'confirmation';
  const { subject, links } = form.confirmation;
  const text = confirmationTextFor(form, entry, onFault);
  if (!text.ok || text.value === undefined) return { kind, isUnwritten: true };
  return addressed({ kind, to, subject, text: text.value, links });
}

function noticeOf(form: Form, { answers }: Entry, owners: string | undefined): Mail | undefined {
  if (form.notify !== 'owners') return undefined;
  const lines = Object.entries(form.fields)
    // A mail lies in many places, none of them ours.
    .filter(([name, field]) => answers[name] !== undefined && !field.sensitive)
    .map(([name, field]) => `${field.label}: ${answerInWords(field, answers[name])}`);
  return addressed({
    kind: 'notice',
    to: owners,
    subject: `${form.title}: a new response`,
    text: lines.join('\n'),
  });
}

/** What an address must be is what the email field says; without one there is nobody to write to. */
const recipient = email({ label: 'Recipient' });

function addressed({ kind, to, subject, text, links }: Words): Mail | undefined {
  const address = recipient.parse(to);
  if (!address.ok) return undefined;
  // What cannot be seen is gone first: it would hide an address, and reveal it after.
  const body = unlinked(withoutDamage(tidyText(text)), links);
  const line = withoutDamage(tidyLine(subject)).replace(/ +/g, ' ');
  return { kind, to: address.value, subject: line, text: body, html: asHtml(body) };
}

/** Paragraphs where there are blank lines, and nothing that an answer could have brought along. */
function asHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map(asParagraph)
    .join('\n');
}

/** Each line has the direction of its own letters: without a word of it, a mail goes from left to right. */
function asParagraph(paragraph: string): string {
  const lines = escaped(paragraph).split('\n');
  return hasRightToLeft(paragraph)
    ? `<p dir="auto">${lines.map((line) => `<bdi>${line}</bdi>`).join('<br>\n')}</p>`
    : `<p>${lines.join('<br>\n')}</p>`;
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (it) => own(entities, it) ?? it);
}
