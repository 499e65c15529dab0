import type { Caller } from '#core/api/access-policy.ts';
import { routes, type RouteName } from '#core/api/api-routes.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Member } from '#core/roles/member.ts';
import { isRole } from '#core/roles/role.ts';
import type { ApiDeps } from './request-context.ts';

type Allowed = {
  readonly name: RouteName;
  readonly caller: Caller;
  readonly form: Form;
  /** What the caller is in the form, if that was read. */
  readonly member?: Member | undefined;
};

/**
 * Records that an owner's address is verified, which it is if they use their role: from then on it may get mail. Owners of
 * all forms may be members of one as well. Reads nothing for forms that notify nobody.
 */
export async function verifyOwner(
  { members, now }: Pick<ApiDeps, 'members' | 'now'>,
  { name, caller: { email }, form, member: known }: Allowed,
): Promise<void> {
  if (form.notify === undefined || email === undefined || !isRole(routes[name].who)) return;
  const member = known ?? (await members.find(form.id, email));
  if (member?.role === 'owner' && member.verifiedAt === undefined)
    await members.verify(form.id, member, now().toISOString());
}
