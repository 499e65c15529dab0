import { err, ok, type Result } from '#core/result.ts';
import { understood } from '#core/entries/understood.ts';
import { isSensitive, type Form } from '#core/form.ts';
import type { Session } from '../cloud/session.ts';
import { whyUnkept, type Unkept } from '../device/unkept.ts';
import { fromFile, toFile } from './carried.ts';
import * as chain from './chain.ts';
import type { Drained, Drainer } from './drainer.ts';
import {
  isHereOnly,
  isOnItsWay,
  nobody,
  unsent,
  type Answers,
  type Deed,
  type Parcel,
} from './parcel.ts';
import { unreadView, type Outbox, type Saved, type View } from './outbox.ts';
import type { Forgotten, Parcels } from './parcels.ts';

type Deps = {
  readonly parcels: Parcels;
  readonly drainer: Drainer;
  readonly session: Pick<Session, 'person'>;
  readonly newId: () => string;
  readonly now: () => number;
  /** Tells the other tabs, and asks the browser to wake us when there is a network. */
  readonly announce: () => void;
  /** Whether what the form called so asks must not lie on a device; what comes in a file names its form only. */
  readonly isSensitiveForm?: (form: string) => boolean;
};

export function createOutbox(deps: Deps): Outbox {
  const { parcels, drainer, session, newId, now, announce, isSensitiveForm } = deps;
  const authorNow = () => session.person()?.username ?? nobody;
  let view: View = { ...unreadView, author: authorNow() };
  const listeners = new Set<() => void>();
  /** The readings of the disk, counted: the latest that was begun, and the latest that is shown. */
  let begun = 0;
  let shown = 0;
  /** Nothing can be added to what nobody has claimed while somebody is signed in: it is read once. */
  let isUnclaimedRead = false;

  function show(next: View): void {
    view = next;
    for (const listener of listeners) listener();
  }

  async function reread(): Promise<void> {
    const reading = (begun += 1);
    const author = authorNow();
    if (author !== view.author) {
      isUnclaimedRead = false;
      show({ ...unreadView, author });
    }
    let isBlocked = false;
    const now = await parcels.of(author).catch((error: unknown) => {
      isBlocked = whyUnkept(error) === 'blocked';
      return undefined;
    });
    const unclaimed = await readUnclaimed(author);
    // What is delivered waits for nothing.
    const queue = now?.some(isOnItsWay)
      ? await parcels.queue(author).catch(() => view.queue)
      : view.queue;
    // Unsealing takes its time: what was read later may have been shown already.
    if (author !== authorNow() || reading < shown) return;
    shown = reading;
    show({
      ...view,
      author,
      ...(now && { parcels: now }),
      unclaimed,
      queue,
      isUnread: !now,
      isBlocked,
    });
  }

  async function readUnclaimed(author: string): Promise<readonly Parcel[]> {
    const isKnown = isUnclaimedRead && view.unclaimed.length === 0;
    if (author === nobody || isKnown) return [];
    const read = await parcels.of(nobody).catch(() => undefined);
    isUnclaimedRead = read !== undefined;
    return read ?? [];
  }

  async function drain(options?: { readonly anew: boolean }): Promise<Drained | undefined> {
    const author = authorNow();
    if (author === nobody) {
      await reread();
      return undefined;
    }
    const drained = await drainer.drain(author, options);
    await reread();
    if (author === view.author) show({ ...view, drained });
    return drained;
  }

  /** The chain after a step, on the disk; the sending itself is not waited for. */
  async function change(
    { author, entry }: Pick<Parcel, 'author' | 'entry'>,
    step: (it: chain.Chain) => chain.Chain,
    also?: Forgotten,
  ): Promise<Result<chain.Chain, Unkept>> {
    try {
      const changed = await parcels.change(author, entry, step, also);
      if (author === nobody) isUnclaimedRead = false;
      await reread();
      announce();
      void drain();
      return ok(changed);
    } catch (error) {
      const why = whyUnkept(error);
      if (why === 'no-answer' && author === view.author) show({ ...view, isUnread: true });
      return err(why);
    }
  }

  async function save(
    parcel: Parcel,
    step: (before: chain.Chain, parcel: Parcel) => chain.Chain,
    spent?: string,
  ): Saved {
    const changed = await add(parcel, step, spent);
    if (!changed.ok) return changed;
    return ok(changed.value.findLast(isOnItsWay) ?? parcel);
  }

  /** One more parcel. Also one that is not needed, because the entry has never left, erases what it says. */
  function add(
    parcel: Parcel,
    step: (before: chain.Chain, parcel: Parcel) => chain.Chain,
    spent?: string,
  ): Promise<Result<chain.Chain, Unkept>> {
    const erasedOf = parcel.does === 'erase' ? parcel.form : undefined;
    return change(parcel, (it) => step(it, parcel), { spent, erasedOf });
  }

  function parcelFor(
    does: Deed,
    form: Pick<Form, 'id' | 'version' | 'fields'>,
    rest: Pick<Parcel, 'id' | 'entry'> & {
      readonly answers?: Answers;
      readonly base?: Answers;
      readonly version?: number | undefined;
    },
  ): Parcel {
    const { version, ...own } = rest;
    return {
      ...own,
      does,
      form: form.id,
      formVersion: form.version,
      author: authorNow(),
      ...(isSensitive(form) && { isSensitive: true }),
      ...(version !== undefined && { ifVersion: version }),
      savedAt: new Date(now()).toISOString(),
      stand: unsent,
    };
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async submit(form, { id, answers, base }) {
      if (isSensitive(form)) return err('online-only');
      const changeId = newId();
      // What was never sent was typed on nothing that anybody could have changed.
      const began = Object.keys(base?.answers ?? {}).length > 0 && base?.answers;
      return save(
        parcelFor('submit', form, { id, entry: id, answers }),
        (before, it) => chain.submitted(before, began ? { ...it, base: began } : it, changeId),
        id,
      );
    },
    async revise(form, { id: entry, version, answers: base }, { id, answers }) {
      if (isSensitive(form)) return err('online-only');
      return save(
        parcelFor('revise', form, { id, entry, answers, base, version }),
        (before, it) => chain.revised(before.map(inTodaysVersion(form)), it),
        id,
      );
    },
    withdraw: (form, { id: entry }) =>
      save(parcelFor('withdraw', form, { id: newId(), entry }), chain.withdrawn),
    restore: (form, { id: entry }) =>
      save(parcelFor('restore', form, { id: newId(), entry }), chain.restored),
    erase: (form, { id: entry }) =>
      save(parcelFor('erase', form, { id: newId(), entry }), chain.erased),
    async discard(parcel) {
      const seen = [...(view.parcels ?? []), ...view.unclaimed];
      const before = seen.filter((it) => it.entry === parcel.entry);
      const after = await change(parcel, (it) => chain.discarded(it, parcel.id));
      return after.ok ? before.filter((it) => !after.value.some((kept) => kept.id === it.id)) : [];
    },
    async bringBack(gone) {
      for (const parcel of gone) await add(parcel, chain.broughtBack);
    },
    async tryAgain(parcel) {
      await change(parcel, (it) => chain.triedAgain(it, parcel.id, newId()));
    },
    async claim(entries) {
      try {
        for (const entry of entries) await parcels.claim(authorNow(), entry);
      } catch (error) {
        return err(whyUnkept(error));
      } finally {
        await reread();
        announce();
        void drain();
      }
      return ok(undefined);
    },
    async takeOut(seen) {
      const carried: Parcel[] = [];
      for (const parcel of seen) {
        const { id } = parcel;
        const after = await change(parcel, (it) => chain.carriedAway(it, id));
        // As it is on the disk by now. Without room there, the file is all the more wanted.
        carried.push(...(after.ok ? after.value.filter((it) => it.id === id) : [parcel]));
      }
      return toFile(carried);
    },
    async takeIn(file) {
      const taken = fromFile(file, authorNow());
      if (!taken.ok) return taken;
      for (const { answers, form, isSensitive: isMarked } of taken.value)
        if (answers && (isMarked || isSensitiveForm?.(form))) return err('online-only');
      for (const parcel of taken.value) {
        const changed = await add(parcel, chain.broughtBack);
        if (!changed.ok) return changed;
      }
      return ok(taken.value.length);
    },
    drain,
    reread,
    async forget() {
      const author = authorNow();
      // Nothing more is begun; then, once what was on its way has arrived, what it left here.
      await parcels.forget(author);
      await drainer.whileNothingLeaves(author, () => parcels.forget(author));
      await reread();
    },
    isHalfTyped: () => parcels.isHalfTyped(authorNow()),
    async forgetSent(author) {
      const forget = async () => {
        if (authorNow() !== author) await parcels.forgetSent(author);
      };
      // What is on its way leaves something here when it has arrived.
      await forget();
      await drainer.whileNothingLeaves(author, forget);
    },
    whileNothingLeaves(work) {
      const author = authorNow();
      return drainer.whileNothingLeaves(author, (deliver) =>
        work({
          deliver,
          async forget() {
            await parcels.forget(author);
            await reread();
          },
        }),
      );
    },
  };
}

/** A change is typed on what the form of today makes of what waits. What has left keeps the words it left with. */
function inTodaysVersion(form: Form) {
  return (parcel: Parcel): Parcel => {
    const { answers, base, formVersion } = parcel;
    if (!answers || formVersion === form.version || !isHereOnly(parcel)) return parcel;
    return {
      ...parcel,
      formVersion: form.version,
      answers: understood(form, { answers, formVersion }),
      ...(base && { base: understood(form, { answers: base, formVersion }) }),
    };
  };
}
