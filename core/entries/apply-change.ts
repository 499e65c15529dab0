import { canonicalJson } from '../values/canonical-json.ts';
import { isUuid } from '../values/id.ts';
import type { Problem } from '../api/problem.ts';
import { fullProblem, seatChange } from '../limits/seats.ts';
import { err, ok, type Result } from '../values/result.ts';
import { currentVersion } from '../versions/current-version.ts';
import type {
  EntryKey,
  EntryStore,
  AppliedChange,
  PastChange,
  StoredEntry,
} from './store/entry-store.ts';

export type ChangeDeps = {
  readonly store: Pick<EntryStore, 'find' | 'update' | 'rememberChange' | 'recallChange'>;
  readonly now: () => Date;
  /** A one-way digest of a text. */
  readonly digest: (text: string) => string;
};

/** The entry to change, and the id of the change. */
export type ChangeTarget = {
  readonly key: EntryKey;
  /** A UUID made by the sender, so that sending the change twice applies it once. */
  readonly changeId: string;
  /** Apply the change only if the entry still has this version. */
  readonly ifVersion?: number | undefined;
};

type ChangeRequest = ChangeTarget & {
  /** What the change asks for. If a retry may be parsed differently, all variants, the current one first. */
  readonly meanings: readonly unknown[];
  /**
   * The new entry. May equal the old one: the change is recorded anyway, so that a late retry cannot undo newer
   * changes. `undefined` if the entry can never change again.
   */
  readonly make: (current: StoredEntry, at: string) => Result<StoredEntry | undefined, Problem>;
  /** Whether the change gives other answers, so that those before it are kept as a version. */
  readonly isReplacing?: boolean;
  /** How many seats the form's counters have, if the change may take some. */
  readonly counters?: ReadonlyMap<string, number>;
};

export type ChangeResult = {
  readonly entry: StoredEntry;
  /** Set if this is a retry: the change as it was recorded, and the meaning that matched. */
  readonly earlier?: AppliedChange & { readonly meaning: unknown };
};

/** How many changes are recorded in the entry itself, about 100 bytes each. Older ones are stored beside it. */
const maxOperations = 20;
/** Attempts against concurrent writers, for a change without `ifVersion`. */
const maxRounds = 10;

/** Applies a change once, however often it is sent, and never to a version that its sender did not expect. */
export async function applyChange(
  deps: ChangeDeps,
  { key, changeId, ifVersion, meanings, make, counters, isReplacing }: ChangeRequest,
): Promise<Result<ChangeResult, Problem>> {
  const { store, now, digest } = deps;
  if (!isUuid(key.id)) return err({ code: 'not_found' });
  let current = await store.find({ ...key, id: key.id.toLowerCase() });
  for (let round = 0; current && round < maxRounds; round += 1) {
    const earlier =
      findEarlierChange(current, { changeId, meanings, digest }) ??
      (await findPastChange(deps, current, { changeId, meanings, ifVersion }));
    if (earlier) return earlier;
    const at = now().toISOString();
    const made = make(current, at);
    if (!made.ok) return made;
    if (ifVersion !== undefined && ifVersion !== current.version)
      return err({ code: 'stale', current });
    if (!made.value) return ok({ entry: current });
    const version = current.version + 1;
    const record = { id: changeId, digest: digest(canonicalJson(meanings[0])), version, at };
    const all = [...(made.value.operations ?? []), record];
    const operations = all.slice(-maxOperations);
    // Store the oldest change beside the entry before dropping it. If the update then loses to another writer, this did no harm.
    const past = all.slice(0, -maxOperations).find((it) => it.version === version - maxOperations);
    if (past)
      await store.rememberChange(current, isAnswerless(past, digest) ? past : withoutDigest(past));
    const next = { ...made.value, version, updatedAt: at, operations };
    const updated = await store.update(
      next,
      seatChange(current.seats, next.seats, counters),
      isReplacing ? currentVersion(current) : undefined,
    );
    if (updated.done) return ok({ entry: next });
    if (updated.full) return err(fullProblem(updated.full));
    current = updated.current;
  }
  return err(current ? { code: 'stale', current } : { code: 'not_found' });
}

type SentChange = Pick<ChangeRequest, 'changeId' | 'meanings'> & Pick<ChangeDeps, 'digest'>;

/** Finds the first attempt of a retried change among those recorded in the entry. */
function findEarlierChange(
  current: StoredEntry,
  { changeId, meanings, digest }: SentChange,
): Result<ChangeResult, Problem> | undefined {
  if (changeId === current.id) return err({ code: 'idempotency_key_reused' });
  const before = current.operations?.find(({ id }) => id === changeId);
  if (!before) return undefined;
  const at = meanings.findIndex((it) => digest(canonicalJson(it)) === before.digest);
  if (at < 0) return err({ code: 'idempotency_key_reused' });
  return ok({ entry: current, earlier: { ...before, meaning: meanings[at] } });
}

type VersionedChange = Pick<ChangeRequest, 'changeId' | 'meanings' | 'ifVersion'>;

/**
 * Finds the first attempt of a retried change among those stored beside the entry. Changes with `ifVersion` need
 * no look-up: the entry has a newer version by now, so they are stale.
 */
async function findPastChange(
  { store, digest }: ChangeDeps,
  current: StoredEntry,
  { changeId, meanings, ifVersion }: VersionedChange,
): Promise<Result<ChangeResult, Problem> | undefined> {
  if (current.version <= maxOperations || ifVersion !== undefined) return undefined;
  const past = await store.recallChange(current, changeId);
  if (!past) return undefined;
  const at = meanings.findIndex((it) => digest(canonicalJson(it)) === past.digest);
  if (at < 0) return err({ code: 'idempotency_key_reused' });
  const earlier = { ...past, digest: past.digest ?? '', meaning: meanings[at] };
  return ok({ entry: current, earlier });
}

/** The meanings of changes that contain no answers. */
export const answerlessMeanings = {
  withdraw: ['withdraw', false],
  erase: ['withdraw', true],
  restore: ['restore'],
} as const;

function isAnswerless(applied: AppliedChange, digest: ChangeDeps['digest']): boolean {
  return Object.values(answerlessMeanings).some(
    (it) => digest(canonicalJson(it)) === applied.digest,
  );
}

/** A digest of short answers could be guessed, and this record stays when the answers are erased. */
function withoutDigest({ id, version, at }: AppliedChange): PastChange {
  return { id, version, at };
}
