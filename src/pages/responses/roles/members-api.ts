import type { Member } from '#core/roles/member.ts';
import type { OwnRows } from '#core/roles/rows-of-member.ts';
import { isRole, type Role } from '#core/roles/role.ts';
import { isRecord } from '#core/values/is-record.ts';
import { ok, type Result } from '#core/values/result.ts';
import type { ApiCaller } from '../../../cloud/api/api-caller.ts';
import { notFromOurApi, type ApiFailure } from '../../../cloud/api/api-failure.ts';

/** Somebody with a role, as the page shows them. */
export type ShownMember = Pick<Member, 'email' | 'role' | 'rows'>;

/** What somebody is to have; without a role it is taken away. */
export type NewRole = Omit<ShownMember, 'role'> & { readonly role: Role | null };

export type MembersApi = {
  list(): Promise<Result<readonly ShownMember[], ApiFailure>>;
  set(member: NewRole): Promise<Result<void, ApiFailure>>;
};

/** @param as the owner whose page this is */
export function createMembersApi(call: ApiCaller, form: string, as: string): MembersApi {
  return {
    async list() {
      const replied = await call('listMembers', { form }, { as });
      if (!replied.ok) return replied;
      const { items } = isRecord(replied.value) ? replied.value : {};
      if (!Array.isArray(items) || !items.every(isMember)) return notFromOurApi;
      return ok(items.map(({ email, role, rows }) => ({ email, role, ...(rows && { rows }) })));
    },

    async set(body) {
      const replied = await call('setMember', { form }, { as, body });
      return replied.ok ? ok(undefined) : replied;
    },
  };
}

function isMember(it: unknown): it is ShownMember {
  if (!isRecord(it)) return false;
  const { email, role, rows } = it;
  return typeof email === 'string' && isRole(role) && (rows === undefined || isRows(rows));
}

function isRows(it: unknown): it is OwnRows {
  if (!isRecord(it)) return false;
  const { question, values } = it;
  return (
    typeof question === 'string' &&
    Array.isArray(values) &&
    values.every((value) => typeof value === 'string')
  );
}
