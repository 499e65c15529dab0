import { asksForFiles } from './asks-for-files.ts';
import type { Form } from './define-form.ts';
import { issuesOfAfter } from './check-after.ts';
import { issuesOfEmbed } from './check-embed.ts';
import { issueOfConfirmTo } from './check-confirm-to.ts';
import { isBlankText, issueOfSize, issuesOfField } from './check-field.ts';
import { issuesOfLook } from './check-look.ts';
import { issuesOfNotify } from './check-notify.ts';
import { issuesOfRepeat } from './check-repeat.ts';
import type { Questions } from './field.ts';
import { maxAnswerBytes } from './max-answer-bytes.ts';
import { issuesOfLimits } from '../limits/check-limits.ts';
import { issuesOfLogic } from './check-logic.ts';
import { issuesOfPlaceholders } from './check-placeholders.ts';
import { issuesOfPages } from './check-pages.ts';
import { usualRates } from '../shield/hourly-rates.ts';
import { protoKeyIssue, getOwn } from '../values/own-property.ts';

type FormsToCheck = {
  readonly forms: readonly Form[];
  /** Ids that no form may have, because the app or the API uses these paths: a form's page is at `/{id}`. */
  readonly reservedIds: readonly string[];
};

/** The name of the error that {@link assertValidForms} throws. Its message is written for the author of the forms. */
export const malformedForms = 'MalformedForms';

/**
 * Throws one error that lists everything wrong with the forms, in sentences for their author. It is called when
 * the backend is synthesized and when the app is built, so that a form that cannot work is never deployed, nor
 * run by `npm start`, and the app itself need not check.
 */
export function assertValidForms(listed: FormsToCheck): void {
  const issues = issuesOfForms(listed);
  if (issues.length === 0) return;
  const error = new Error(issues.join('\n'));
  error.name = malformedForms;
  throw error;
}

/** Everything wrong with the forms; empty when they are valid. */
export function issuesOfForms({ forms, reservedIds }: FormsToCheck): readonly string[] {
  if (forms.length === 0) return ['There is no form: forms/index.ts has to list at least one.'];
  const ids = forms.map((form) => form?.id);
  const repeated = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [
    ...[...repeated].map(
      (id) =>
        `More than one form in forms/index.ts has the id "${id}". Each needs its own: it is the form’s address, and the key of its entries.`,
    ),
    ...new Set(forms.flatMap((form, i) => issuesOfForm(form, i, reservedIds))),
  ];
}

function issuesOfForm(form: Form, position: number, reservedIds: readonly string[]): string[] {
  if (!isObject(form) || !isObject(form.fields))
    return [`Number ${position + 1} in forms/index.ts is not a form: make it with defineForm.`];
  const { id, version, title, action, introduction, group, fields } = form;
  const names = Object.keys(fields);
  const prefixed = (issue: string | false | undefined) => (issue ? [`Form "${id}": ${issue}`] : []);
  const fieldIssues = issuesOfFields([form]).map(
    ([path, issue]) => `Form "${id}", field "${path}": ${issue}`,
  );
  return [
    ...prefixed(issueOfId(id, reservedIds)),
    ...prefixed((!Number.isSafeInteger(version) || version < 1) && 'version must be 1, 2, 3, …'),
    ...prefixed(isBlankText(title) && 'title is missing or blank: it is the heading of its page.'),
    ...prefixed(isBlankText(action) && 'action is missing or blank: it is what the button says.'),
    ...prefixed(
      introduction !== undefined &&
        isBlankText(introduction) &&
        'introduction is blank: leave it out.',
    ),
    ...prefixed(group !== undefined && isBlankText(group) && 'group is blank: leave it out.'),
    ...prefixed(
      form.nextStep !== undefined &&
        isBlankText(form.nextStep) &&
        'nextStep is blank: leave it out.',
    ),
    ...issuesOfNotify(form).flatMap(prefixed),
    ...prefixed(issueOfAccess(form)),
    ...issuesOfEmbed(form).flatMap(prefixed),
    ...issuesOfAfter(form).flatMap(prefixed),
    ...issuesOfLook(form).flatMap(prefixed),
    ...prefixed(issueOfShield(form)),
    ...prefixed(issueOfShards(form)),
    ...issuesOfConfirmation(form.confirmation).flatMap(prefixed),
    ...prefixed(issueOfConfirmTo(form)),
    ...prefixed(names.length === 0 && 'it has no fields: give it at least one.'),
    ...issuesOfLimits(form).flatMap(prefixed),
    ...issuesOfPages(form).flatMap(prefixed),
    ...prefixed(sizeIssue(form)),
    ...prefixed(issueOfSensitiveFiles(form)),
    ...prefixed(protoKeyIssue(fields, 'one of its fields')),
    // Broken fields would make logic that reads them fail as well.
    ...(fieldIssues.length > 0
      ? fieldIssues
      : [...issuesOfPlaceholders(form), ...issuesOfLogic(form)].flatMap(prefixed)),
  ];
}

/**
 * Checks fields, and those inside repeats, whose path is `people.age`.
 * @param around the questions to check, after those around them
 */
function issuesOfFields(around: readonly Questions[]): (readonly [path: string, issue: string])[] {
  const questions = around.at(-1) ?? { fields: {} };
  return Object.entries(questions.fields).flatMap(([name, field]) => {
    const own = [
      ...issuesOfName(name),
      ...issuesOfField(field),
      ...(field?.prefill && around.length > 1
        ? ['it has prefill, but a link cannot say for which instance.']
        : []),
      ...sameLabelIssues(questions, name),
      ...(field ? issuesOfRepeat(field, around) : []),
    ];
    const inner = field?.instances ? issuesOfFields([...around, field.instances]) : [];
    return [
      ...own.map((issue) => [name, issue] as const),
      ...inner.map(([path, issue]) => [`${name}.${path}`, issue] as const),
    ];
  });
}

function issuesOfConfirmation(confirmation: Form['confirmation']): readonly string[] {
  if (confirmation === undefined) return [];
  const { subject, links = [] } = confirmation;
  const issues = [
    isBlankText(subject) &&
      'confirmation.subject is missing or blank: it is the same text for everybody.',
    'to' in confirmation &&
      'confirmation.to is no longer supported: a confirmation goes to the account’s own address.',
    ...links.map(
      (it) =>
        !/^https:\/\/[^\s/]+\/(\S*\/)?$/.test(it) &&
        `confirmation.links: "${it}" has to begin with https:// and end with a slash.`,
    ),
  ];
  return issues.filter((it) => it !== false);
}

/** A page of responses is read from all of them at once. */
const mostShards = 64;

function issueOfShards({ shards = 1 }: Form): string | undefined {
  const isCount = Number.isInteger(shards) && shards >= 1 && shards <= mostShards;
  return isCount ? undefined : `shards can be 1 to ${mostShards}, or be left out.`;
}

function issueOfId(id: unknown, reservedIds: readonly string[]): string | undefined {
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/.test(id))
    return (
      'its id is the address of its page: use lower-case letters, digits and hyphens, at most 64, ' +
      `a letter first${suggestion(id)}.`
    );
  if (reservedIds.includes(id))
    return 'its id is the address of a page of the app, or of its API: choose another.';
  return isInherited(id) ? 'its id is a reserved name in JavaScript: choose another.' : undefined;
}

/** Suggests a valid id: for "Visit Us", visit-us. */
function suggestion(id: unknown): string {
  const tidy = String(id)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 64);
  return typeof id === 'string' && tidy !== '' ? `, such as "${tidy}"` : '';
}

function issuesOfName(name: string): string[] {
  if (!/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name))
    return [
      'its name is the key of its answers: use letters, digits and _, at most 64, a letter first.',
    ];
  return isInherited(name) ? ['its name is a reserved name in JavaScript: choose another.'] : [];
}

/** A person who fills in every field completely, in any script, must be able to send the form. */
function sizeIssue({ fields }: Form): string | false {
  const sizes = Object.entries(fields)
    .filter(([, field]) => typeof field?.parse === 'function')
    .map(([name, field]) => [name, name.length + maxAnswerBytes(field)] as const);
  const longest = sizes.toSorted(([, a], [, b]) => b - a).slice(0, 3);
  return issueOfSize(
    sizes.reduce((sum, [, size]) => sum + size, 0),
    longest.map(([name]) => `"${name}"`),
  );
}

/** Files are sent after the entry, so the device has to store them; and it stores nothing of a sensitive form. */
function issueOfSensitiveFiles(form: Form): string | false {
  return (
    asksForFiles(form) &&
    Object.values(form.fields).some((it) => it?.sensitive) &&
    'it asks for files and has a sensitive field: files have to be stored on the device until they are sent.'
  );
}

function issueOfAccess(form: Form): string | false {
  const { access, fields } = form;
  if (access === undefined || access === 'signed-in') return false;
  if (access !== 'anyone' && access !== 'invited')
    return `access can only be 'anyone', 'invited' or 'signed-in', or be left out.`;
  if (asksForFiles(form)) return `access cannot be '${access}' in a form that asks for files.`;
  return (
    Object.values(fields).some((it) => it?.sensitive) &&
    `access cannot be '${access}' in a form with a sensitive field.`
  );
}

function issueOfShield(form: Form): string | false {
  const { shield, access } = form;
  if (shield === undefined) return false;
  if (access !== 'anyone') return `shield is only for a form with access: 'anyone'.`;
  const rates = Object.entries(shield.perHour ?? {});
  const isFine = rates.every(
    ([name, rate]) => Object.hasOwn(usualRates, name) && Number.isSafeInteger(rate) && rate >= 1,
  );
  const { mailsPerDay = 1 } = shield;
  if (!Number.isSafeInteger(mailsPerDay) || mailsPerDay < 0)
    return 'shield.mailsPerDay has to be a whole number.';
  return (
    !isFine &&
    `shield.perHour can have ${Object.keys(usualRates).join(', ')}, each a whole number from 1.`
  );
}

/** Two fields with one label could not be told apart on the page, nor in the list of issues. */
function sameLabelIssues({ fields }: Questions, name: string): string[] {
  const names = Object.keys(fields);
  const label = getOwn(fields, name)?.label;
  const first = names.find((it) => getOwn(fields, it)?.label === label) ?? name;
  return first === name || isBlankText(label)
    ? []
    : [`its label, “${label}”, is also the label of field "${first}".`];
}

/** Whether every object inherits a property of this name, such as `constructor`. */
function isInherited(name: string): boolean {
  return name in Object.prototype;
}

function isObject(it: unknown): it is object {
  return typeof it === 'object' && it !== null;
}
