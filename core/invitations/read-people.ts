import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { email as emailField } from '../fields/email.ts';
import { text } from '../fields/text.ts';
import type { Form } from '../form/define-form.ts';
import type { Field } from '../form/field.ts';
import { isRecord } from '../values/is-record.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Invitation } from './invitation.ts';

/** Whom to invite, and which answers their link gives. */
export type Person = Pick<Invitation, 'values'> & {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

export type PeopleToInvite = Pick<Invitation, 'expires'> & { readonly people: readonly Person[] };

/** How many are invited in one request. */
export const mostInvitedAtOnce = 100;

/** Milliseconds for which a link is valid at most. */
const longestValidity = 366 * 24 * 60 * 60 * 1000;

const nameOf = text({ label: 'Name', max: 200 });
const emailOf = emailField({ label: 'Email address' });

/** Reads a request of the form's owners, of which a problem quotes nothing. */
export function readPeople(
  body: unknown,
  { form, now }: { readonly form: Pick<Form, 'fields'>; readonly now: Date },
): Result<PeopleToInvite, Problem> {
  const { expires, people, ...others } = isRecord(body) ? body : { other: body };
  const until = typeof expires === 'string' ? Date.parse(expires) : Number.NaN;
  if (!(until > now.getTime() && until <= now.getTime() + longestValidity))
    return err(invalidParameter('expires', 'Send a time within the next year'));
  const isList = Array.isArray(people) && people.length >= 1 && people.length <= mostInvitedAtOnce;
  if (!isList || Object.keys(others).length > 0)
    return err(invalidParameter('people', `Send 1 to ${mostInvitedAtOnce} people`));
  const read: Person[] = [];
  for (const [at, it] of people.entries()) {
    const person = readPerson(it, form.fields);
    if (!person.ok) return err(invalidParameter(`people/${at}${person.problem}`, 'Correct this'));
    read.push(person.value);
  }
  return ok({ expires: Math.floor(until / 1000), people: read });
}

/** @returns a person, or the path of what is wrong */
function readPerson(it: unknown, fields: Form['fields']): Result<Person, string> {
  if (!isRecord(it)) return err('');
  const { name, email, values = {}, ...others } = it;
  if (Object.keys(others).length > 0) return err('');
  const ownName = name === undefined ? ok(undefined) : nameOf.parse(name);
  if (!ownName.ok) return err('/name');
  const address = email === undefined ? ok(undefined) : emailOf.parse(email);
  if (!address.ok) return err('/email');
  if (!isRecord(values)) return err('/values');
  const given: [string, unknown][] = [];
  for (const [field, value] of Object.entries(values)) {
    const found = getOwn<Field>(fields, field);
    if (!found || found.hasNoAnswer || found.instances) return err('/values');
    const answer = found.parse(value);
    if (!answer.ok) return err(`/values/${field}`);
    given.push([field, answer.value]);
  }
  return ok({
    ...(ownName.value !== undefined && { name: ownName.value }),
    ...(address.value !== undefined && { email: address.value }),
    values: Object.fromEntries(given),
  });
}
