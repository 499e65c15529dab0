import { canonicalJson } from '../canonical-json.ts';
import { isUuid } from '../id.ts';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import type { EntryKey, EntryStore, Operation, PastOperation, StoredEntry } from './store.ts';

export type ChangeDeps = {
  readonly store: Pick<EntryStore, 'find' | 'update' | 'remember' | 'recall'>;
  readonly now: () => Date;
  /** A one-way digest of a text. */
  readonly digest: (text: string) => string;
};

/** Which entry an author means to change, and the change's own name. */
export type Target = {
  readonly key: EntryKey;
  /** A UUID the sender gave this change, so that sending it twice changes once. */
  readonly operation: string;
  /** Only if the entry is still this version. */
  readonly ifVersion?: number | undefined;
};

type Change = Target & {
  /** What is asked for; where it can be said in several ways, each of them. */
  readonly meanings: readonly unknown[];
  /**
   * What becomes of the entry. That may be what it was: a change is remembered all the same, or a late
   * repeat of it would undo what was done since. Nothing when it can never be otherwise again.
   */
  readonly make: (current: StoredEntry, at: string) => Result<StoredEntry | undefined, Problem>;
};

export type Changed = {
  readonly entry: StoredEntry;
  /** Set when this very change had been made before: how it went then, and which meaning it had. */
  readonly earlier?: Operation & { readonly meaning: unknown };
};

/** In the entry itself; each is about a hundred bytes of it. Earlier ones lie beside it. */
const remembered = 20;
/** Rounds against other writers, for who names no version. */
const rounds = 10;

/** Makes a change once, however often it is sent, and never over a version its sender did not know. */
export async function change(
  deps: ChangeDeps,
  { key, operation, ifVersion, meanings, make }: Change,
): Promise<Result<Changed, Problem>> {
  const { store, now, digest } = deps;
  if (!isUuid(key.id)) return err({ code: 'not_found' });
  let current = await store.find({ ...key, id: key.id.toLowerCase() });
  for (let round = 0; current && round < rounds; round += 1) {
    const earlier =
      earlierIn(current, { operation, meanings, digest }) ??
      (await pastIn(deps, current, { operation, meanings, ifVersion }));
    if (earlier) return earlier;
    const at = now().toISOString();
    const made = make(current, at);
    if (!made.ok) return made;
    if (ifVersion !== undefined && ifVersion !== current.version)
      return err({ code: 'stale', current });
    if (!made.value) return ok({ entry: current });
    const version = current.version + 1;
    const record = { id: operation, digest: digest(canonicalJson(meanings[0])), version, at };
    const all = [...(made.value.operations ?? []), record];
    const operations = all.slice(-remembered);
    // Before it is forgotten. Who loses the race has kept what was true all the same.
    const past = all.slice(0, -remembered).find((it) => it.version === version - remembered);
    if (past) await store.remember(current, isWordless(past, digest) ? past : withoutDigest(past));
    const next = { ...made.value, version, updatedAt: at, operations };
    const updated = await store.update(next);
    if (updated.done) return ok({ entry: next });
    current = updated.current;
  }
  return err(current ? { code: 'stale', current } : { code: 'not_found' });
}

type Sent = Pick<Change, 'operation' | 'meanings'> & Pick<ChangeDeps, 'digest'>;

/** How a change that is sent again went the first time. */
function earlierIn(
  current: StoredEntry,
  { operation, meanings, digest }: Sent,
): Result<Changed, Problem> | undefined {
  if (operation === current.id) return err({ code: 'idempotency_key_reused' });
  const before = current.operations?.find(({ id }) => id === operation);
  if (!before) return undefined;
  const at = meanings.findIndex((it) => digest(canonicalJson(it)) === before.digest);
  if (at < 0) return err({ code: 'idempotency_key_reused' });
  return ok({ entry: current, earlier: { ...before, meaning: meanings[at] } });
}

type Asked = Pick<Change, 'operation' | 'meanings' | 'ifVersion'>;

/**
 * The same of a change that the entry itself remembers no longer. What names a version needs no look: it has
 * another one by now.
 */
async function pastIn(
  { store, digest }: ChangeDeps,
  current: StoredEntry,
  { operation, meanings, ifVersion }: Asked,
): Promise<Result<Changed, Problem> | undefined> {
  if (current.version <= remembered || ifVersion !== undefined) return undefined;
  const past = await store.recall(current, operation);
  if (!past) return undefined;
  const at = meanings.findIndex((it) => digest(canonicalJson(it)) === past.digest);
  if (at < 0) return err({ code: 'idempotency_key_reused' });
  const earlier = { ...past, digest: past.digest ?? '', meaning: meanings[at] };
  return ok({ entry: current, earlier });
}

/** What is asked for without a word of the answers. */
export const wordless = {
  withdraw: ['withdraw', false],
  erase: ['withdraw', true],
  restore: ['restore'],
} as const;

function isWordless(operation: Operation, digest: ChangeDeps['digest']): boolean {
  return Object.values(wordless).some((it) => digest(canonicalJson(it)) === operation.digest);
}

/** Short answers could be guessed from it, and it would stay when they are erased. */
function withoutDigest({ id, version, at }: Operation): PastOperation {
  return { id, version, at };
}
