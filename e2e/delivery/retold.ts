import { createHash } from 'node:crypto';
import { canonicalJson } from '#core/canonical-json.ts';
import type { ToDeliver } from '../../src/cloud/api.ts';
import type { Answers } from '../../src/outbox/parcel.ts';
import { understood } from './asked.ts';
import type { Operation, Stored } from './stored.ts';

/** What an entry was after each of its versions, by what the devices sent. */
export type Version = {
  readonly answers: Answers;
  readonly isWithdrawn: boolean;
  readonly at: string;
};

/** The entry's story told again from its operations, or where that cannot be done. */
export type Retold = { readonly versions: readonly Version[]; readonly gaps: readonly string[] };

export function retell(stored: Stored, sent: readonly ToDeliver[]): Retold {
  // Of what it said nothing is left, nor of how it came to say it.
  if (stored.erased) return { versions: [], gaps: [] };
  const digest = digestOfFirst(stored);
  const first = sent.find(
    (it) => it.does === 'submit' && it.id === stored.id && digestOf(understood(it)) === digest,
  );
  const answers = first && understood(first);
  if (!answers) return { versions: [], gaps: ['nobody submitted what it first said'] };
  const versions: Version[] = [{ answers, isWithdrawn: false, at: stored.createdAt }];
  const gaps: string[] = [];
  for (const operation of stored.operations) {
    const before = versions.at(-1);
    const parcel = sent.find((it) => isOf(it, operation, stored.id));
    if (!parcel || !before) gaps.push(`nobody sent the operation ${operation.id}`);
    else versions.push(after(before, parcel, operation));
  }
  return { versions, gaps };
}

function isOf(parcel: ToDeliver, { id, digest }: Operation, entry: string): boolean {
  return parcel.id === id && parcel.entry === entry && digestOf(meaningOf(parcel)) === digest;
}

function meaningOf(parcel: ToDeliver): unknown {
  if (parcel.does === 'withdraw') return ['withdraw', false];
  return parcel.does === 'restore' ? ['restore'] : understood(parcel);
}

function after(before: Version, parcel: ToDeliver, { at }: Operation): Version {
  if (parcel.does === 'withdraw') return { ...before, isWithdrawn: true, at };
  if (parcel.does === 'restore') return { ...before, isWithdrawn: false, at };
  return { ...before, answers: understood(parcel) ?? {}, at };
}

/** Of what was submitted, whatever it says by now. */
export function digestOfFirst({ submitted, answers }: Stored): string {
  return submitted ?? digestOf(answers);
}

export function digestOf(value: unknown): string {
  const hash = createHash('sha256').update(canonicalJson(value ?? null));
  return hash.digest('base64url').slice(0, 16);
}
