import type { Form } from './form.ts';
import { isBlankText, issueOfSize, issuesOfField, mostBytes } from './well-formed-field.ts';
import { issueOfKeys, own } from './own.ts';

type Listed = {
  readonly forms: readonly Form[];
  /** Ids that no form may have: a form's page stands at `/{id}`, beside others. */
  readonly reservedIds: readonly string[];
};

/** How an error is called that is one of the forms' author, and says so in sentences. */
export const malformedForms = 'MalformedForms';

/**
 * Throws everything that is wrong with the forms, in sentences for whoever writes them. Called where the
 * backend is described and where the app is built, so that neither is deployed, nor run by `npm start`,
 * with a form that could not work. Nobody's phone has to look for it.
 */
export function refuseMalformed(listed: Listed): void {
  const issues = issuesOfForms(listed);
  if (issues.length === 0) return;
  const error = new Error(issues.join('\n'));
  error.name = malformedForms;
  throw error;
}

/** What is wrong with the forms; none when they can be served. */
export function issuesOfForms({ forms, reservedIds }: Listed): readonly string[] {
  if (forms.length === 0) return ['There is no form: forms/index.ts has to list one.'];
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
    return [`Number ${position + 1} in forms/index.ts is no form: make it with defineForm.`];
  const { id, version, title, action, introduction, notify, fields } = form;
  const names = Object.keys(fields);
  const say = (issue: string | false | undefined) => (issue ? [`Form "${id}": ${issue}`] : []);
  return [
    ...say(issueOfId(id, reservedIds)),
    ...say((!Number.isSafeInteger(version) || version < 1) && 'version must be 1, 2, 3, …'),
    ...say(isBlankText(title) && 'title is missing or blank: it is the heading of its page.'),
    ...say(isBlankText(action) && 'action is missing or blank: it is what the button says.'),
    ...say(
      introduction !== undefined &&
        isBlankText(introduction) &&
        'introduction is blank: leave it out.',
    ),
    ...say(
      notify !== undefined && notify !== 'owners' && `notify can only be 'owners', or be left out.`,
    ),
    ...issuesOfConfirmation(form.confirmation).flatMap(say),
    ...say(names.length === 0 && 'it asks nothing: give it a field.'),
    ...say(sizeOf(form)),
    ...say(issueOfKeys(fields, 'one of its fields')),
    ...names.flatMap((name) =>
      [...issuesOfName(name), ...issuesOfField(fields[name]), ...sameLabel(form, name)].map(
        (issue) => `Form "${id}", field "${name}": ${issue}`,
      ),
    ),
  ];
}

function issuesOfConfirmation(confirmation: Form['confirmation']): readonly string[] {
  if (confirmation === undefined) return [];
  const { subject, links = [] } = confirmation;
  const issues = [
    isBlankText(subject) &&
      'confirmation.subject is missing or blank: it is the same text for everybody.',
    'to' in confirmation &&
      'confirmation.to is no more: a confirmation goes to the account’s own address.',
    ...links.map(
      (it) =>
        !/^https:\/\/[^\s/]+\/(\S*\/)?$/.test(it) &&
        `confirmation.links: "${it}" has to begin with https:// and end with a slash.`,
    ),
  ];
  return issues.filter((it) => it !== false);
}

function issueOfId(id: unknown, reservedIds: readonly string[]): string | undefined {
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/.test(id))
    return (
      'its id is the address of its page: use lower-case letters, digits and hyphens, at most 64, ' +
      `a letter first${suggestion(id)}.`
    );
  if (reservedIds.includes(id))
    return 'its id is the address of a page of the app, or of its API: choose another.';
  return isInherited(id) ? 'its id means something to JavaScript: choose another.' : undefined;
}

/** What was probably meant: "Visit Us" could be visit-us. */
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
  return isInherited(name) ? ['its name means something to JavaScript: choose another.'] : [];
}

/** Somebody who fills in every box, in any script, must be able to send it. */
function sizeOf({ fields }: Form): string | false {
  const sizes = Object.entries(fields)
    .filter(([, field]) => typeof field?.parse === 'function')
    .map(([name, field]) => [name, name.length + mostBytes(field)] as const);
  const longest = sizes.toSorted(([, a], [, b]) => b - a).slice(0, 3);
  return issueOfSize(
    sizes.reduce((sum, [, size]) => sum + size, 0),
    longest.map(([name]) => `"${name}"`),
  );
}

/** On the page two of them could not be told apart, nor in the list of what is wrong. */
function sameLabel({ fields }: Form, name: string): string[] {
  const names = Object.keys(fields);
  const label = own(fields, name)?.label;
  const first = names.find((it) => own(fields, it)?.label === label) ?? name;
  return first === name || isBlankText(label)
    ? []
    : [`its label, “${label}”, is that of field "${first}".`];
}

/** What every object has without being given it: a look-up by such a name finds it. */
function isInherited(name: string): boolean {
  return name in Object.prototype;
}

function isObject(it: unknown): it is object {
  return typeof it === 'object' && it !== null;
}
