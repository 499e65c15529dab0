import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import type { EntryKey, EntryStore } from '../entries/store/entry-store.ts';
import type { MemberStore } from '../roles/member.ts';
import { isUuid } from '../values/id.ts';
import { err, ok, type Result } from '../values/result.ts';
import { isAssignable, type Assignment, type StoredAssignment } from './assignment.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'find' | 'addAssignment' | 'assignmentsOf'>;
  readonly members: Pick<MemberStore, 'find'>;
  readonly now: () => Date;
};

export type NewAssignment = {
  readonly key: EntryKey;
  readonly sent: Omit<Assignment, 'at'>;
};

export type Assigned = {
  readonly stored: StoredAssignment;
  readonly isNew: boolean;
  /** Who the entry is assigned to now: somebody else if another assignment was stored since. */
  readonly assignedTo: string | undefined;
};

/**
 * Assigns an entry to a member of its form, or to nobody, once, however often it is sent. What is stored last counts,
 * whatever its author has seen. No version of the entry is made.
 */
export async function assign(
  { store, members, now }: Deps,
  { key: { id, ...others }, sent }: NewAssignment,
): Promise<Result<Assigned, Problem>> {
  const key = { ...others, id: id.toLowerCase() };
  const entry = isUuid(id) ? await store.find(key) : undefined;
  // On hold it is no response yet: owners release it first.
  if (!entry || entry.onHold) return err({ code: 'not_found' });
  const member = sent.to === undefined ? undefined : await members.find(key.form, sent.to);
  const isAllowed = sent.to === undefined || (member && isAssignable(member, entry));
  const added = isAllowed
    ? await store.addAssignment(entry, { ...sent, at: now().toISOString() })
    : undefined;
  if (added?.isNew) return ok({ ...added, assignedTo: sent.to });
  // What was stored before is answered as the first time, whoever has a role by now.
  const stored = isAllowed ? added?.stored : await findAssignment(store, key, sent.id);
  if (!stored) return err(isAllowed ? { code: 'gone' } : notAssignable);
  if (stored.to !== sent.to || stored.by !== sent.by)
    return err({ code: 'idempotency_key_reused' });
  const current = await store.find(key);
  return ok({ stored, isNew: false, assignedTo: current?.assignedTo });
}

const notAssignable = invalidParameter(
  'to',
  'Send the address of an owner or a reviewer of the form who may see this response',
);

async function findAssignment(store: Pick<EntryStore, 'assignmentsOf'>, key: EntryKey, id: string) {
  return (await store.assignmentsOf(key)).find((it) => it.id === id);
}
