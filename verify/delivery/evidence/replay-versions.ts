import { createHash } from 'node:crypto';
import { canonicalJson } from '#core/values/canonical-json.ts';
import type { ChangeToSend } from '../../../src/outbox/delivery/deliver.ts';
import type { Answers } from '../../../src/outbox/changes/queued-change.ts';
import { asServerParses } from '../people/deployed-forms.ts';
import type { Operation, StoredEntry } from './stored-entries.ts';

/** The entry after each of its versions, according to what the devices sent. */
export type Version = {
  readonly answers: Answers;
  readonly isWithdrawn: boolean;
  readonly at: string;
};

/** Rebuilds an entry's versions from its operations, or says why that is impossible. */
export type ReplayedVersions = {
  readonly versions: readonly Version[];
  readonly gaps: readonly string[];
};

export function replayVersions(
  stored: StoredEntry,
  sent: readonly ChangeToSend[],
): ReplayedVersions {
  // Nothing is left of its answers or its earlier operations.
  if (stored.erased) return { versions: [], gaps: [] };
  const digest = digestOfFirst(stored);
  const first = sent.find(
    (it) => it.kind === 'submit' && it.id === stored.id && digestOf(asServerParses(it)) === digest,
  );
  const answers = first && asServerParses(first);
  if (!answers) return { versions: [], gaps: ['nobody submitted what it first said'] };
  const versions: Version[] = [{ answers, isWithdrawn: false, at: stored.createdAt }];
  const gaps: string[] = [];
  for (const operation of stored.operations) {
    const before = versions.at(-1);
    const change = sent.find((it) => isOf(it, operation, stored.id));
    if (!change || !before) gaps.push(`nobody sent the operation ${operation.id}`);
    else versions.push(after(before, change, operation));
  }
  return { versions, gaps };
}

function isOf(change: ChangeToSend, { id, digest }: Operation, entry: string): boolean {
  return change.id === id && change.entry === entry && digestOf(digestedPart(change)) === digest;
}

function digestedPart(change: ChangeToSend): unknown {
  if (change.kind === 'withdraw') return ['withdraw', false];
  return change.kind === 'restore' ? ['restore'] : asServerParses(change);
}

function after(before: Version, change: ChangeToSend, { at }: Operation): Version {
  if (change.kind === 'withdraw') return { ...before, isWithdrawn: true, at };
  if (change.kind === 'restore') return { ...before, isWithdrawn: false, at };
  return { ...before, answers: asServerParses(change) ?? {}, at };
}

/** The digest of the answers that were first submitted. */
export function digestOfFirst({ submitted, answers }: StoredEntry): string {
  return submitted ?? digestOf(answers);
}

export function digestOf(value: unknown): string {
  const hash = createHash('sha256').update(canonicalJson(value ?? null));
  return hash.digest('base64url').slice(0, 16);
}
