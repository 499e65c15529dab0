import type { MemberStore } from '#core/roles/member.ts';
import { readAddress } from '#core/roles/read-member.ts';

type Deps = {
  readonly members: Pick<MemberStore, 'list'>;
  /** The deployment’s own address for owners, if there is one. */
  readonly owners: string | undefined;
};

/**
 * Who gets mail about a form: its owners among its members, and the address that the deployment was given. A member only
 * once their account’s address is verified: somebody else may have typed it.
 */
export function createOwnerAddresses({ members, owners }: Deps) {
  const own = readAddress(owners);
  return async (form: string): Promise<readonly string[]> => {
    const verified = (await members.list(form)).filter(
      ({ role, verifiedAt }) => role === 'owner' && verifiedAt !== undefined,
    );
    return [...new Set([...(own === undefined ? [] : [own]), ...verified.map((it) => it.email)])];
  };
}
