import { write as writeTo, type Database, type SealedDraft } from '../device/device-database.ts';
import { storageFailureOf } from '../device/storage-failure.ts';
import type { DeviceStorage } from '../device/device-storage.ts';
import type { Locks } from '../device/with-lock.ts';
import type { Vault } from '../device/vault.ts';
import { createDraftLocks } from './draft-locks.ts';
import { openDrafts } from './open-drafts.ts';
import {
  isBegun,
  type Base,
  type Draft,
  type Drafts,
  type ControlValues,
  type SaveStatus,
  type DraftKey,
  type StoredDraft,
} from './draft.ts';

type Deps = {
  readonly database: Database;
  readonly vault: Vault;
  /** This tab's own storage, which survives a reload. */
  readonly tab: DeviceStorage;
  readonly locks: Locks;
  readonly now: () => number;
};

type TypedDraft = { readonly key: DraftKey; readonly draft: Draft };

/** A decrypted draft, if its key still exists. */
export async function unsealedDraft(
  vault: Vault,
  { id, author, sealed }: SealedDraft,
): Promise<Draft | undefined> {
  const opened = await vault.open(author, sealed);
  if (opened === undefined) return undefined;
  // Earlier versions of the app stored the values only.
  const [controlValues, base, passed] = Array.isArray(opened)
    ? (opened as [ControlValues, Base | null, Draft['passed']])
    : [opened as ControlValues];
  return { id, controlValues, ...(base && { base }), ...(passed && { passed }) };
}

/** Milliseconds in which the page that this tab has just left releases its locks. */
const lockReleaseTime = 1000;

/** The drafts on this device. Each keystroke is stored. */
export function createDrafts({
  database,
  vault,
  tab,
  locks,
  now,
}: Deps): Drafts & { readonly hasUnsavedInput: () => boolean } {
  const lockDraft = createDraftLocks(locks);
  const sent = new Set<string>();
  /** Drafts to write, each in its latest form. */
  const typed = new Map<string, TypedDraft>();
  let writing: Promise<SaveStatus> | undefined;
  /** Drafts that could not be written, by what they are drafts of. They last as long as the tab. */
  const unwritten = new Map<string, TypedDraft>();

  async function write({ key, draft }: TypedDraft): Promise<SaveStatus> {
    const { id, controlValues, base, passed } = draft;
    // Another tab may have locked it while this one was in the back/forward cache.
    if (!(await lockDraft(id))) return 'in-another-tab';
    if (!isBegun(draft)) {
      await database((it) => writeTo(it, 'drafts', (store) => store.delete(id)));
      return 'kept';
    }
    const parts = passed ? [controlValues, base ?? null, passed] : [controlValues, base];
    const sealed = await vault.seal(key.author, base || passed ? parts : controlValues);
    if (sent.has(id)) return 'kept';
    const record = { id, author: key.author, place: key.of, keptAt: now(), sealed };
    await database((it) => writeTo(it, 'drafts', (store) => store.put(record)));
    return 'kept';
  }

  /** Writes one draft at a time; what is typed meanwhile is written next. */
  async function writeAll(): Promise<SaveStatus> {
    let saveStatus: SaveStatus = 'kept';
    for (let next = first(typed); next; next = first(typed)) {
      typed.delete(next.draft.id);
      saveStatus = await write(next).catch(storageFailureOf);
      const { of } = next.key;
      if (saveStatus === 'kept') unwritten.delete(of);
      else if (!sent.has(next.draft.id)) unwritten.set(of, next);
    }
    writing = undefined;
    return saveStatus;
  }

  async function readable(
    record: SealedDraft | undefined,
    wait?: number,
  ): Promise<Draft | undefined> {
    if (!record || sent.has(record.id) || !(await lockDraft(record.id, wait))) return undefined;
    return unsealedDraft(vault, record);
  }

  async function ofThisTab({ author, of }: DraftKey): Promise<Draft | undefined> {
    const id = tab.read(tabRecordName(of));
    const record = id === null ? undefined : await database((it) => it.get('drafts', id));
    const isTheirs = record?.place === of && isFor({ author }, record.author);
    return isTheirs ? readable(record, lockReleaseTime) : undefined;
  }

  async function leftByOtherTabs({ author, of }: DraftKey): Promise<Draft | undefined> {
    const all = await database((it) => it.getAllFromIndex('drafts', 'place', [author, of]));
    for (const record of all.toSorted((a, b) => b.keptAt - a.keptAt)) {
      const draft = await readable(record);
      if (draft) return draft;
    }
    return undefined;
  }

  function keep(key: DraftKey, draft: Draft): Promise<SaveStatus> {
    if (sent.has(draft.id)) return Promise.resolve('kept');
    tab.write(tabRecordName(key.of), draft.id);
    typed.set(draft.id, { key, draft });
    writing ??= writeAll();
    return writing;
  }

  async function find(key: DraftKey): Promise<StoredDraft | undefined> {
    // This tab may just have written a draft, with another author.
    await writing;
    const unsaved = unwritten.get(key.of);
    if (unsaved && isFor(key, unsaved.key.author)) {
      void keep(key, unsaved.draft);
      return { draft: unsaved.draft, isFromThisTab: true };
    }
    const own = await ofThisTab(key);
    const draft = own ?? (await leftByOtherTabs(key));
    if (!draft) return undefined;
    void keep(key, draft);
    return { draft, isFromThisTab: own !== undefined };
  }

  const { joining, ...opening } = openDrafts({ find, keep });

  return {
    ...opening,
    keep,
    async discard(id) {
      sent.add(id);
      typed.delete(id);
      for (const [of, { draft }] of unwritten) if (draft.id === id) unwritten.delete(of);
      await writing;
      // If that fails, sending the draft again sends the same entry.
      await database((it) => writeTo(it, 'drafts', (store) => store.delete(id))).catch(
        () => undefined,
      );
    },
    async bringBack(id) {
      sent.delete(id);
    },
    async flush() {
      await Promise.all(joining);
      await writing;
    },
    hasUnsavedInput: () => unwritten.size + joining.size > 0,
  };
}

/** Whether a draft is theirs: typed by them, or while nobody was signed in. */
function isFor({ author }: Pick<DraftKey, 'author'>, typedBy: string): boolean {
  return typedBy === author || typedBy === '';
}

function tabRecordName(of: string): string {
  return `formstead:draft:${of}`;
}

function first<Value>(map: ReadonlyMap<string, Value>): Value | undefined {
  return map.values().next().value;
}
