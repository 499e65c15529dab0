import { answerText, rawAnswerText } from '#core/form/answer-text.ts';
import { calculatedValues } from '#core/form/calculated-values.ts';
import { answersAsText, fillIn } from '#core/form/placeholders.ts';
import { questionsOf } from '#core/form/questions.ts';
import { hasLogic } from '#core/logic/has-logic.ts';
import { notRelevantIn } from '#core/logic/not-relevant.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { inCurrentVersion } from '#core/form/current-entry.ts';
import type { Entry } from '#core/form/entry.ts';
import type { OnFormError } from '#core/form/safe-call.ts';
import { withoutDamage } from '#core/values/characters.ts';
import { email } from '#core/fields/email.ts';
import { hasRightToLeft, tidyLine, tidyText } from '#core/values/tidy-text.ts';
import { isSensitive, type Form } from '#core/form/define-form.ts';
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

/** A mail about one entry: to its author, or to the form's owners. */
export type Mail = ReadyMail & { readonly kind: MailKind };

/** The form's function for the mail failed. Nothing is sent, and the delivery record says so. */
export type FailedMail = Pick<Mail, 'kind'> & { readonly hasFailed: true } & {
  readonly [Part in Exclude<keyof Mail, 'kind'>]?: never;
};

type MailContent = Pick<ReadyMail, 'subject' | 'text'> & {
  readonly to: string | undefined;
  readonly links?: readonly string[] | undefined;
};

/**
 * The mails about a new entry: the confirmation and the notice to the owners, as its form declares them. They
 * go to the author's verified address and to the owners' address, never to one that somebody typed.
 * @param owners the owners' address, if there is one
 */
export function composeMails(
  form: Form,
  stored: StoredEntry,
  owners?: string,
  onFormError?: OnFormError,
): readonly (Mail | FailedMail)[] {
  const entry = inCurrentVersion(form, stored, onFormError);
  return [
    composeConfirmation(form, entry, stored.confirmTo, onFormError),
    composeNotice(form, entry, owners),
  ].filter((it) => it !== undefined);
}

function composeConfirmation(
  form: Form,
  entry: Entry,
  to: string | undefined,
  onFormError?: OnFormError,
): Mail | FailedMail | undefined {
  if (!form.confirmation || to === undefined) return undefined;
  const kind = 'confirmation';
  const { subject, links } = form.confirmation;
  const text = confirmationTextFor(form, entry, onFormError);
  if (!text.ok || text.value === undefined) return { kind, hasFailed: true };
  return ofKind(kind, addressMail({ to, subject, text: text.value, links }));
}

function composeNotice(form: Form, entry: Entry, owners: string | undefined): Mail | undefined {
  if (form.notify !== 'owners') return undefined;
  const { answers } = entry;
  const textOf = answersAsText(form, answers);
  // In a form with conditions, leaving out a question means that it was not asked.
  const notRelevant = hasLogic(form) && notRelevantIn(form, entry);
  const isListed = (name: string) =>
    answers[name] !== undefined || (notRelevant && !notRelevant.has(name));
  const lines = questionsOf(form)
    // Mails are stored on many servers that are not ours.
    .filter(([name, field]) => isListed(name) && !field.sensitive)
    .map(([name, field]) => {
      const answer = answerText(field, answers[name]) || 'not answered';
      // The instances of a repeat are a line each.
      const separator = field.instances && answer.includes('\n') ? ':\n' : ': ';
      return `${fillIn(field.label, textOf)}${separator}${answer}`;
    });
  // What they are calculated from may be sensitive.
  const mailable = isSensitive(form) ? [] : calculatedValues(form);
  const calculated = mailable.flatMap(({ name, label }) =>
    label === undefined || answers[name] === undefined
      ? []
      : [`${label}: ${rawAnswerText(answers[name])}`],
  );
  const subject = `New response: ${form.title}`;
  const text = [...lines, ...calculated].join('\n');
  return ofKind('notice', addressMail({ to: owners, subject, text }));
}

function ofKind(kind: Mail['kind'], mail: ReadyMail | undefined): Mail | undefined {
  return mail && { kind, ...mail };
}

/** The address and the text of a mail, made harmless. Addresses are checked like those of an email field. Without a valid one there is no mail. */
const recipient = email({ label: 'Recipient' });

export function addressMail({ to, subject, text, links }: MailContent): ReadyMail | undefined {
  const address = recipient.parse(to);
  if (!address.ok) return undefined;
  // Invisible characters are removed first: one inside an address would hide it from `defuseLinks`.
  const body = defuseLinks(withoutDamage(tidyText(text)), links);
  const line = withoutDamage(tidyLine(subject)).replace(/ +/g, ' ');
  return { to: address.value, subject: line, text: body, html: toHtml(body) };
}

/** Blank lines separate paragraphs. Everything else is escaped, so answers cannot contain markup. */
function toHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map(toParagraph)
    .join('\n');
}

/** Each line takes the direction of its own letters, because a mail is left-to-right by default. */
function toParagraph(paragraph: string): string {
  const lines = escapeHtml(paragraph).split('\n');
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

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (it) => getOwn(entities, it) ?? it);
}
