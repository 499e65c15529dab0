import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { email as emailField } from '../fields/email.ts';
import type { Form } from '../form/define-form.ts';
import type { Field } from '../form/field.ts';
import { isRecord } from '../values/is-record.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Member } from './member.ts';
import type { OwnRows } from './rows-of-member.ts';
import { isRole, type Role } from './role.ts';

/** Who is to have which role; without one it is taken away. */
export type RequestedMember = Pick<Member, 'email' | 'rows'> & { readonly role: Role | undefined };

/** How many values of a question somebody's rows can have, and how long one is, in UTF-16 units. */
const mostValues = 100;
const longestValue = 200;

const address = emailField({ label: 'Email address' });

/** The address of somebody with a role, in lower case, as it is stored; `undefined` if it is none. */
export function readAddress(it: unknown): string | undefined {
  const parsed = address.parse(it);
  return parsed.ok ? parsed.value?.toLowerCase() : undefined;
}

/** Reads a request of the form's owners, of which a problem quotes nothing. */
export function readMember(
  body: unknown,
  { fields }: Pick<Form, 'fields'>,
): Result<RequestedMember, Problem> {
  const { email: sent, role, rows, ...others } = isRecord(body) ? body : { other: body };
  const email = readAddress(sent);
  if (email === undefined || Object.keys(others).length > 0)
    return err(invalidParameter('email', 'Send an email address, a role, and nothing else'));
  if (role !== null && !isRole(role))
    return err(invalidParameter('role', 'Send reader, reviewer or owner, or null for none'));
  if (rows === undefined) return ok({ email, role: role ?? undefined });
  if (role === null || role === 'owner')
    return err(invalidParameter('rows', 'Only for readers and reviewers'));
  const own = readRows(rows, fields);
  return own
    ? ok({ email, role, rows: own })
    : err(invalidParameter('rows', 'Send a question of the form, and 1 to 100 of its values'));
}

function readRows(it: unknown, fields: Form['fields']): OwnRows | undefined {
  const { question, values, ...others } = isRecord(it) ? it : { other: it };
  if (typeof question !== 'string' || Object.keys(others).length > 0) return undefined;
  const field = getOwn<Field>(fields, question);
  if (!field || field.hasNoAnswer || field.instances) return undefined;
  const isList = Array.isArray(values) && values.length >= 1 && values.length <= mostValues;
  if (!isList || !values.every(isValue)) return undefined;
  return { question, values: [...new Set<string>(values)] };
}

function isValue(it: unknown): it is string {
  return typeof it === 'string' && it !== '' && it.length <= longestValue;
}
