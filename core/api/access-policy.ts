import { getOwn } from '../values/own-property.ts';
import type { Form } from '../form/define-form.ts';
import { invitedAuthor, isInvitedAuthor, type Invitation } from '../invitations/invitation.ts';
import type { Problem } from './problem.ts';
import type { Who } from './api-routes.ts';
import type { Member } from '../roles/member.ts';
import { isAtLeast, isRole, type Role } from '../roles/role.ts';

/** The caller of a request, according to the authorizer. */
export type Caller = {
  readonly username: string;
  readonly groups: readonly string[];
  /** The address of the account, if it is verified. */
  readonly email?: string;
  /** By which they are here, with a personal link and without an account. */
  readonly invitation?: Invitation;
};

/** Before the hash of a device's key, as the username of an author without an account. */
const deviceAuthorPrefix = 'open#';

/** The author of a device's entries in open forms. */
export function deviceAuthor(hash: string): Caller {
  return { username: deviceAuthorPrefix + hash, groups: [] };
}

/** The author of the entry of a personal link. */
export function invitedCaller(invitation: Invitation): Caller {
  return { username: invitedAuthor(invitation.id), groups: [], invitation };
}

/** Whether an author is no account. */
export function isWithoutAccount(username: string): boolean {
  return isDeviceAuthor(username) || isInvitedAuthor(username);
}

/** Whether an author is a device. */
export function isDeviceAuthor(username: string): boolean {
  return username.startsWith(deviceAuthorPrefix);
}

/** 256 random bits in base64url. */
export const deviceKeyPattern = /^[A-Za-z0-9_-]{43}$/;

/** The Cognito group whose members are owners of all forms. They change nobody's answers, because an entry is looked up under the caller's name. */
const owners = 'owners';

/** Whether a caller is an owner of all forms, without being a member of each. */
export function isOwnerOfAll({ groups }: Pick<Caller, 'groups'>): boolean {
  return groups.includes(owners);
}

type Access = NonNullable<Form['access']>;
type FormOfRoute = Pick<Form, 'id' | 'access'>;

/** One rule per access: who fills in such a form, and so may read and change what they have sent. */
const respondents: Readonly<Record<Access, (caller: Caller, form: FormOfRoute) => boolean>> = {
  'signed-in': hasAccount,
  anyone: ({ invitation }) => !invitation,
  invited: ({ invitation }, form) => invitation?.form === form.id,
};

function isRespondent(caller: Caller, form: FormOfRoute): boolean {
  return getOwn(respondents, form.access ?? 'signed-in')?.(caller, form) ?? false;
}

function hasAccount({ username }: Caller): boolean {
  return !isWithoutAccount(username);
}

/**
 * One rule per audience. Authors need no check: entries of other people are never found. Whoever has an account may
 * look, as the form may have been another one when they filled it in.
 */
const rules: Readonly<Record<Who, Rule>> = {
  respondent: isRespondent,
  person: (caller, form) => hasAccount(caller) || isRespondent(caller, form),
  author: (caller, form) => hasAccount(caller) || isRespondent(caller, form),
  reader: hasRole('reader'),
  reviewer: hasRole('reviewer'),
  owner: hasRole('owner'),
};

type Rule = (caller: Caller, form: FormOfRoute, member: MemberOfForm | undefined) => boolean;

function hasRole(needed: Role): Rule {
  return (caller, _form, member) => isOwnerOfAll(caller) || isAtLeast(member?.role, needed);
}

/** What somebody may do with a form, besides what everybody may. */
type MemberOfForm = Pick<Member, 'role'>;

/** Whether the caller's role in the form matters for a route: that of an owner of all forms does not. */
export function dependsOnRole(caller: Caller, who: Who): boolean {
  return isRole(who) && !isOwnerOfAll(caller);
}

/**
 * Whether a caller may use a route of a form. Without a rule, nobody may.
 * @param member the caller's role in this form, if they have one
 */
export function may(caller: Caller, who: Who, form: FormOfRoute, member?: MemberOfForm): boolean {
  return getOwn(rules, who)?.(caller, form, member) ?? false;
}

/** Why a caller may not use a route. */
export function whyNot({ invitation }: Caller, who: Who): Problem {
  if (isRole(who)) return { code: 'forbidden' };
  return { code: invitation ? 'invitation_invalid' : 'invitation_required' };
}

/** The email address in the claims of an ID token, if it is verified. */
export function verifiedEmail(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { email, email_verified: isVerified } = claims;
  return typeof email === 'string' && String(isVerified) === 'true' ? email : undefined;
}

/** API Gateway's REST API passes claims as text: `cognito:groups` is `a,b`. */
export function groupsIn(claim: unknown): readonly string[] {
  return typeof claim === 'string' && claim !== '' ? claim.split(',') : [];
}
