import { mostMembers } from '#core/roles/member.ts';
import { readMember } from '#core/roles/read-member.ts';
import { isOwnerOfAll } from '#core/api/access-policy.ts';
import { loadFields } from '#core/form/define-form.ts';
import { err, ok } from '#core/values/result.ts';
import { readJson } from '../read-json.ts';
import type { CallerHandler, RouteHandler } from '../request-context.ts';

/** Bytes: an address, and as many values as somebody's rows can have. */
const longestBody = 64 * 1024;

/** For owners of the form: who may do what with its responses. */
export const listMembers: RouteHandler = async ({ members }, { form }) => {
  const items = (await members.list(form.id)).map(
    ({ verifiedAt: _verifiedAt, ...member }) => member,
  );
  return ok({ status: 200, body: { items } });
};

/** Gives somebody a role in the form, or takes it away. */
export const setMember: RouteHandler = async ({ members, now }, { request, form, caller }) => {
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  await loadFields(form);
  const read = readMember(body.value, form);
  if (!read.ok) return read;
  const { role, ...requested } = read.value;
  const by = caller.email ?? caller.username;
  const at = now().toISOString();
  if (role === undefined) {
    await members.remove(form.id, { ...requested, by, at });
    return ok({ status: 200, body: { email: requested.email, role: null } });
  }
  const others = await members.list(form.id);
  if (others.length >= mostMembers && !others.some((it) => it.email === requested.email))
    return err({ code: 'full' });
  const member = { ...requested, role, by, at };
  await members.put(form.id, member);
  return ok({ status: 200, body: member });
};

/** The forms in which the caller has a role. */
export const listOwnRoles: CallerHandler = async ({ members, formIds }, _request, caller) => {
  if (isOwnerOfAll(caller))
    return ok({ status: 200, body: { items: formIds.map((form) => ({ form, role: 'owner' })) } });
  const found = caller.email
    ? await members.rolesOf(caller.email, formIds)
    : new Map<string, never>();
  const items = formIds.flatMap((form) => {
    const role = found.get(form);
    return role === undefined ? [] : [{ form, role }];
  });
  return ok({ status: 200, body: { items } });
};
