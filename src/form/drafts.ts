import { write as writeTo, type Database, type SealedDraft } from '../device/database.ts';
import { whyUnkept } from '../device/unkept.ts';
import type { DeviceStorage } from '../device/storage.ts';
import type { Locks } from '../device/turns.ts';
import type { Vault } from '../device/vault.ts';
import { createClaims } from './claims.ts';
import {
  isEmpty,
  type Base,
  type Draft,
  type Drafts,
  type Holding,
  type Keeping,
  type Place,
} from './draft.ts';

type Deps = {
  readonly database: Database;
  readonly vault: Vault;
  /** Of this tab, surviving its reload. */
  readonly tab: DeviceStorage;
  readonly locks: Locks;
  readonly now: () => number;
};

type Typed = { readonly place: Place; readonly draft: Draft };

/** A draft as it was kept, if the key for it is there. */
export async function unsealedDraft(
  vault: Vault,
  { id, author, sealed }: SealedDraft,
): Promise<Draft | undefined> {
  const opened = await vault.open(author, sealed);
  if (opened === undefined) return undefined;
  // Without its base, as earlier apps have kept it.
  const [held, base] = Array.isArray(opened) ? (opened as [Holding, Base]) : [opened as Holding];
  return { id, held, ...(base && { base }) };
}

/** Milliseconds in which the page that this tab has just left lets go of what was typed on it. */
const lettingGo = 1000;

/** The drafts on this device, written with every key. */
export function createDrafts({
  database,
  vault,
  tab,
  locks,
  now,
}: Deps): Drafts & { readonly isTypedHere: () => boolean } {
  const claim = createClaims(locks);
  const sent = new Set<string>();
  /** The latest of each draft, of those not yet written. */
  const typed = new Map<string, Typed>();
  let writing: Promise<Keeping> | undefined;
  /** What the disk did not take, by what it is a draft of: it outlives the page it was typed on, not the tab. */
  const unwritten = new Map<string, Typed>();

  async function write({ place, draft: { id, held, base } }: Typed): Promise<Keeping> {
    // It may have taken it while this tab was in the back/forward cache.
    if (!(await claim(id))) return 'in-another-tab';
    if (isEmpty({ held })) {
      await database((it) => writeTo(it, 'drafts', (store) => store.delete(id)));
      return 'kept';
    }
    const sealed = await vault.seal(place.author, base ? [held, base] : held);
    if (sent.has(id)) return 'kept';
    const record = { id, author: place.author, place: place.of, keptAt: now(), sealed };
    await database((it) => writeTo(it, 'drafts', (store) => store.put(record)));
    return 'kept';
  }

  /** One write at a time; what is typed meanwhile is one more. */
  async function writeAll(): Promise<Keeping> {
    let keeping: Keeping = 'kept';
    for (let next = first(typed); next; next = first(typed)) {
      typed.delete(next.draft.id);
      keeping = await write(next).catch(whyUnkept);
      const { of } = next.place;
      if (keeping === 'kept') unwritten.delete(of);
      else if (!sent.has(next.draft.id)) unwritten.set(of, next);
    }
    writing = undefined;
    return keeping;
  }

  async function readable(
    record: SealedDraft | undefined,
    wait?: number,
  ): Promise<Draft | undefined> {
    if (!record || sent.has(record.id) || !(await claim(record.id, wait))) return undefined;
    return unsealedDraft(vault, record);
  }

  async function ofThisTab({ author, of }: Place): Promise<Draft | undefined> {
    const id = tab.read(placeInTab(of));
    const record = id === null ? undefined : await database((it) => it.get('drafts', id));
    const isTheirs = record?.place === of && isFor({ author }, record.author);
    return isTheirs ? readable(record, lettingGo) : undefined;
  }

  async function left({ author, of }: Place): Promise<Draft | undefined> {
    const all = await database((it) => it.getAllFromIndex('drafts', 'place', [author, of]));
    for (const record of all.toSorted((a, b) => b.keptAt - a.keptAt)) {
      const draft = await readable(record);
      if (draft) return draft;
    }
    return undefined;
  }

  function keep(place: Place, draft: Draft): Promise<Keeping> {
    if (sent.has(draft.id)) return Promise.resolve('kept');
    tab.write(placeInTab(place.of), draft.id);
    typed.set(draft.id, { place, draft });
    writing ??= writeAll();
    return writing;
  }

  return {
    async open(place) {
      // This tab may have typed until a moment ago, under another name.
      await writing;
      const here = unwritten.get(place.of);
      if (here && isFor(place, here.place.author)) {
        void keep(place, here.draft);
        return { draft: here.draft, isFromHere: true };
      }
      const own = await ofThisTab(place);
      const draft = own ?? (await left(place));
      if (!draft) return undefined;
      void keep(place, draft);
      return { draft, isFromHere: own !== undefined };
    },
    keep,
    async discard(id) {
      sent.add(id);
      typed.delete(id);
      for (const [of, { draft }] of unwritten) if (draft.id === id) unwritten.delete(of);
      await writing;
      // Where that fails, sending it again is sending the same entry.
      await database((it) => writeTo(it, 'drafts', (store) => store.delete(id))).catch(
        () => undefined,
      );
    },
    async bringBack(id) {
      sent.delete(id);
    },
    async flush() {
      await writing;
    },
    isTypedHere: () => unwritten.size > 0,
  };
}

/** Typed by them, or by somebody who had not signed in yet: by now they may have. */
function isFor({ author }: Pick<Place, 'author'>, typedBy: string): boolean {
  return typedBy === author || typedBy === '';
}

function placeInTab(of: string): string {
  return `formstead:draft:${of}`;
}

function first<Value>(map: ReadonlyMap<string, Value>): Value | undefined {
  return map.values().next().value;
}
