import { createContext, use, useEffect, useRef, useState } from 'react';
import { isAtLeast, isRole, type Role } from '#core/roles/role.ts';
import { isRecord } from '#core/values/is-record.ts';
import { ok, type Result } from '#core/values/result.ts';
import type { ApiCaller } from '../../../cloud/api/api-caller.ts';
import { notFromOurApi, type ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { Person } from '../../../cloud/session/identity.ts';
import { useDeps } from '../../../deps.ts';

/** The role of the person signed in, by form. Owners of all have the same in each. */
export type OwnRoles = {
  readonly in: (form: string) => Role | undefined;
  readonly hasNone: boolean;
};

const ofOwner: OwnRoles = { in: () => 'owner', hasNone: false };

type Shown =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly failure: ApiFailure }
  | { readonly is: 'loaded'; readonly roles: OwnRoles };

/** Owners of all are known by their token. Others are looked up, for the page that is shown. */
export function useOwnRoles({ isOwner, username }: Person): Shown & { retry: () => void } {
  const { call } = useDeps();
  const [shown, setShown] = useState<Shown>({ is: 'loading' });
  async function load() {
    if (isOwner) return;
    setShown({ is: 'loading' });
    const read = await readOwnRoles(call, username);
    setShown(
      read.ok ? { is: 'loaded', roles: read.value } : { is: 'failed', failure: read.problem },
    );
  }
  const first = useRef(load);
  useEffect(() => void first.current(), []);
  const loaded: Shown = isOwner ? { is: 'loaded', roles: ofOwner } : shown;
  return { ...loaded, retry: () => void load() };
}

async function readOwnRoles(call: ApiCaller, as: string): Promise<Result<OwnRoles, ApiFailure>> {
  const replied = await call('ownRoles', {}, { as });
  if (!replied.ok) return replied;
  const { items } = isRecord(replied.value) ? replied.value : {};
  if (!Array.isArray(items)) return notFromOurApi;
  const roles = new Map(
    items.flatMap((it): [string, Role][] =>
      isRecord(it) && typeof it['form'] === 'string' && isRole(it['role'])
        ? [[it['form'], it['role']]]
        : [],
    ),
  );
  return ok({ in: (form) => roles.get(form), hasNone: roles.size === 0 });
}

export const OwnRolesContext = createContext<OwnRoles>({ in: () => undefined, hasNone: true });

/** Whether the person signed in has at least a role in a form. The API decides; this hides what it would refuse. */
export function useMay(form: string, needed: Role): boolean {
  return isAtLeast(use(OwnRolesContext).in(form), needed);
}
