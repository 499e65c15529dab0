import type { Questions } from '#core/form/field.ts';
import { calculatedPaths } from '#core/form/calculated-values.ts';
import { hasLogic } from '#core/logic/has-logic.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { toCurrentAnswers } from '#core/form/current-answers.ts';
import { isInvited, isOpen, isSensitive, type Form } from '#core/form/define-form.ts';
import type { Session } from '../cloud/session/session.ts';
import type { StoredTransfer } from '../device/device-database.ts';
import { storageFailureOf, type StorageFailure } from '../device/storage-failure.ts';
import * as entryChanges from './changes/entry-changes.ts';
import type { FlushResult, DeliveryQueue } from './delivery/delivery-queue.ts';
import {
  isOnlyHere,
  isUnclaimed,
  isUndelivered,
  unsent,
  type Answers,
  type ChangeKind,
  type QueuedChange,
} from './changes/queued-change.ts';
import type { OutboxFiles } from './outbox-files.ts';
import { nobody } from '../cloud/session/identity.ts';
import { unreadView, type Outbox, type Saved, type OutboxView } from './outbox.ts';
import type { PersonalLinks } from '../device/opened-links.ts';
import type { AlsoRemoved, ChangeStore } from './changes/change-store.ts';

type Deps = {
  readonly changeStore: ChangeStore;
  readonly deliveryQueue: DeliveryQueue;
  readonly session: Pick<Session, 'person'>;
  /** Loaded when somebody exports or imports. */
  readonly outboxFiles: () => Promise<OutboxFiles>;
  readonly newId: () => string;
  readonly now: () => number;
  /** Notifies the other tabs, and asks the browser to wake the service worker when there is a network. */
  readonly announce: () => void;
  /** Makes the entries of this device an author's own on the server. @returns whether all of them are */
  readonly adoptOnServer: (author: string) => Promise<boolean>;
  readonly forgetDeviceKey: () => Promise<void>;
  /** Waits for drafts that are being stored: what is deleted would be stored after it. */
  readonly flushDrafts: () => Promise<void>;
  /** Loaded for forms that are filled in with a personal link. */
  readonly openLinks: () => Promise<PersonalLinks>;
};

export function createOutbox(deps: Deps): Outbox {
  const { changeStore, deliveryQueue, session, outboxFiles, newId, now, announce } = deps;
  const { adoptOnServer, forgetDeviceKey, openLinks } = deps;
  const currentAuthor = () => session.person()?.username ?? nobody;
  let view: OutboxView = { ...unreadView, author: currentAuthor() };
  const listeners = new Set<() => void>();
  /** Numbers of the latest read that began, and of the latest that is shown. */
  let begun = 0;
  let shown = 0;
  /** Whether the view has them. If there are none, they are not read again: none can be added while signed in. */
  let isNobodysRead = false;

  function show(next: OutboxView): void {
    view = next;
    for (const listener of listeners) listener();
  }

  async function reread(): Promise<void> {
    const reading = (begun += 1);
    const author = currentAuthor();
    if (author !== view.author) {
      isNobodysRead = false;
      show({ ...unreadView, author });
    }
    let isBlocked = false;
    // At once: a device that does not answer is waited for once.
    const [now, transfers, nobodys] = await Promise.all([
      changeStore.of(author).catch((error: unknown) => {
        isBlocked = storageFailureOf(error) === 'blocked';
        return undefined;
      }),
      changeStore.transfers(author).catch(() => view.transfers),
      readNobodys(author),
    ]);
    // Delivered changes need no backoff.
    const backoff = now?.some(isUndelivered)
      ? await changeStore.backoff(author).catch(() => view.backoff)
      : view.backoff;
    // Decrypting takes time: a later read may have been shown already.
    if (author !== currentAuthor() || reading < shown) return;
    shown = reading;
    isNobodysRead = nobodys !== undefined;
    show({
      ...view,
      author,
      ...(now && { changes: now }),
      transfers,
      unclaimed: (nobodys ?? []).filter(isUnclaimed),
      adoptable: (nobodys ?? []).filter((it) => !isUnclaimed(it)),
      backoff,
      isUnread: !now,
      isBlocked,
    });
  }

  async function readNobodys(author: string): Promise<readonly QueuedChange[] | undefined> {
    const isKnown = isNobodysRead && view.unclaimed.length + view.adoptable.length === 0;
    if (author === nobody || isKnown) return [];
    return changeStore.of(nobody).catch(() => undefined);
  }

  async function flush(options?: { readonly force: boolean }): Promise<FlushResult | undefined> {
    const author = currentAuthor();
    // Whoever is signed in meanwhile: they are this device's.
    if (view.adoptable.some(isUndelivered)) await deliveryQueue.flush(nobody, options);
    const flushResult = await deliveryQueue.flush(author, options);
    await reread();
    if (author === view.author) show({ ...view, lastFlush: flushResult });
    return flushResult;
  }

  /** The entry's changes after a step, once they are on the disk. Does not wait until they are sent. */
  async function updateEntry(
    { author, entry }: Pick<QueuedChange, 'author' | 'entry'>,
    step: (it: entryChanges.EntryChanges) => entryChanges.EntryChanges,
    also?: AlsoRemoved,
  ): Promise<Result<entryChanges.EntryChanges, StorageFailure>> {
    try {
      const changed = await changeStore.update(author, entry, step, also);
      if (author === nobody) isNobodysRead = false;
      await reread();
      announce();
      void flush();
      return ok(changed);
    } catch (error) {
      const why = storageFailureOf(error);
      if (why === 'no-answer' && author === view.author) show({ ...view, isUnread: true });
      return err(why);
    }
  }

  async function save(
    made: Promise<QueuedChange>,
    step: (before: entryChanges.EntryChanges, change: QueuedChange) => entryChanges.EntryChanges,
    sentDraft?: string,
  ): Saved {
    const change = await made;
    const changed = await add(change, step, sentDraft);
    if (!changed.ok) return changed;
    return ok(changed.value.findLast(isUndelivered) ?? change);
  }

  /** Adds a change. `erase` deletes stored answers even if the change itself is not needed, as nothing was sent. */
  function add(
    change: QueuedChange,
    step: (before: entryChanges.EntryChanges, change: QueuedChange) => entryChanges.EntryChanges,
    sentDraft?: string,
  ): Promise<Result<entryChanges.EntryChanges, StorageFailure>> {
    const erasedOf = change.kind === 'erase' ? change.form : undefined;
    return updateEntry(change, (it) => step(it, change), { sentDraft, erasedOf });
  }

  /** What somebody decides about a whole entry. */
  const decide =
    (kind: ChangeKind, step: Parameters<typeof save>[1]): Outbox['erase'] =>
    (form, { id: entry }) =>
      save(newChange(kind, form, { id: newId(), entry }), step);

  /** From a file, or from a discard that is undone. */
  const addBack = (change: QueuedChange) => add(change, entryChanges.broughtBack);

  /** Whether no undelivered change of its entry is here, before which it must not be sent. */
  const isAlone = ({ entry }: StoredTransfer) =>
    !view.changes?.some((it) => it.entry === entry && isUndelivered(it));

  async function newChange(
    kind: ChangeKind,
    form: Questions & Pick<Form, 'id' | 'version' | 'access'>,
    rest: Pick<
      QueuedChange,
      'id' | 'entry' | 'isHoneypotFilled' | 'review' | 'beside' | 'correction'
    > & {
      readonly answers?: Answers;
      readonly base?: Answers;
      readonly version?: number | undefined;
      readonly begunOn?: string | undefined;
    },
  ): Promise<QueuedChange> {
    const { version, begunOn, ...own } = rest;
    const calculated = calculatedPaths(form);
    const author = currentAuthor();
    const isOwn = !own.correction;
    const invitation =
      isOwn && isInvited(form) && (await (await openLinks()).tokenOf(author, form.id));
    return {
      ...own,
      kind,
      form: form.id,
      formVersion: form.version,
      author,
      ...(author === nobody && isOpen(form) && { isOpen: true }),
      ...(invitation && { invitation }),
      ...(isSensitive(form) && { isSensitive: true }),
      ...(version !== undefined && { ifVersion: version }),
      ...(begunOn !== undefined && hasLogic(form) && { begunOn }),
      ...(calculated.length > 0 && own.answers && { calculated }),
      savedAt: new Date(now()).toISOString(),
      status: unsent,
    };
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async submit(form, { id, answers, base, begunOn, isHoneypotFilled }) {
      if (isSensitive(form)) return err('online-only');
      const changeId = newId();
      // An entry that was never submitted has no base.
      const began = Object.keys(base?.answers ?? {}).length > 0 && base?.answers;
      return save(
        newChange('submit', form, {
          id,
          entry: id,
          answers,
          begunOn,
          ...(isHoneypotFilled && { isHoneypotFilled }),
        }),
        (before, it) =>
          entryChanges.submitted(before, began ? { ...it, base: began } : it, changeId),
        id,
      );
    },
    async revise(
      form,
      { id: entry, version, answers: base, begunOn },
      { id, answers, correction },
    ) {
      if (isSensitive(form)) return err('online-only');
      return save(
        newChange(correction ? 'correct' : 'revise', form, {
          id,
          entry,
          answers,
          base,
          version,
          begunOn,
          ...(correction && { correction }),
        }),
        (before, it) => entryChanges.revised(before.map(inCurrentVersion(form)), it),
        id,
      );
    },
    invitation: async ({ id }) => (await openLinks()).tokenOf(currentAuthor(), id),
    invitations: async () => (await openLinks()).tokensOf(currentAuthor()),
    keepInvitation: async ({ id }, token) => (await openLinks()).keep(currentAuthor(), id, token),
    withdraw: decide('withdraw', entryChanges.withdrawn),
    restore: decide('restore', entryChanges.restored),
    async erase(...it) {
      await deps.flushDrafts();
      return decide('erase', entryChanges.erased)(...it);
    },
    async addBeside(form, { kind, ...about }) {
      const said = 'review' in about ? about.review : about.beside;
      // A note or a comment may quote the answers.
      if (isSensitive(form) && ('note' in said || 'text' in said)) return err('online-only');
      const entry = `${said.username}/${said.id}`;
      return save(newChange(kind, form, { id: newId(), entry, ...about }), entryChanges.saidBeside);
    },
    async discard(change) {
      const seen = [...(view.changes ?? []), ...view.unclaimed];
      const before = seen.filter((it) => it.entry === change.entry);
      const after = await updateEntry(change, (it) => entryChanges.discarded(it, change.id));
      return after.ok ? before.filter((it) => !after.value.some((kept) => kept.id === it.id)) : [];
    },
    async bringBack(discarded) {
      for (const change of discarded) await addBack(change);
    },
    async tryAgain(change) {
      await updateEntry(change, (it) => entryChanges.triedAgain(it, change.id, newId()));
    },
    async claim(entries) {
      try {
        for (const entry of entries) await changeStore.claim(currentAuthor(), entry);
      } catch (error) {
        return err(storageFailureOf(error));
      } finally {
        await reread();
        announce();
        void flush();
      }
      return ok(undefined);
    },
    async adopt() {
      const author = currentAuthor();
      try {
        return await deliveryQueue.withDeliveryPaused(nobody, async () => {
          if (!(await adoptOnServer(author))) return err('unreachable');
          const open = (await changeStore.of(nobody)).filter(
            (it) => !isUnclaimed(it) && !it.invitation,
          );
          for (const entry of new Set(open.map((it) => it.entry)))
            await changeStore.claim(author, entry);
          await forgetDeviceKey();
          return ok(undefined);
        });
      } catch {
        return err('unreachable');
      } finally {
        await reread();
        announce();
        void flush();
      }
    },
    async exportChanges(seen, transfers = []) {
      const exported: QueuedChange[] = [];
      for (const change of seen) {
        const { id } = change;
        const after = await updateEntry(change, (it) => entryChanges.exported(it, id));
        // As it is on the disk now. If that failed because the disk is full, the file is needed all the more.
        exported.push(...(after.ok ? after.value.filter((it) => it.id === id) : [change]));
      }
      return (await outboxFiles()).write(exported, transfers.filter(isAlone));
    },
    async importChanges(file) {
      const stored = await (await outboxFiles()).store(file, currentAuthor());
      if (!stored.ok) return stored;
      const { changes, transfers } = stored.value;
      for (const change of changes) {
        const added = await addBack(change);
        if (!added.ok) return added;
      }
      try {
        // Those of changes wait already. The others are of entries that the other device had delivered.
        await changeStore.addTransfers(transfers);
      } catch (error) {
        return err(storageFailureOf(error));
      }
      await reread();
      void flush();
      return ok({ changes: changes.length, files: transfers.length });
    },
    flush,
    reread,
    async forget() {
      const author = currentAuthor();
      await deps.flushDrafts();
      // First so that nothing more is sent; then again, for what the change being sent has left here.
      await changeStore.forget(author);
      await deliveryQueue.withDeliveryPaused(author, () => changeStore.forget(author));
      await reread();
    },
    hasDraft: () => changeStore.hasDraft(currentAuthor()),
    async forgetSent(author) {
      const forget = async () => {
        if (currentAuthor() !== author) await changeStore.forgetSent(author);
      };
      // And again, because the change being sent leaves a receipt here.
      await forget();
      await deliveryQueue.withDeliveryPaused(author, forget);
    },
    withDeliveryPaused(work) {
      const author = currentAuthor();
      return deliveryQueue.withDeliveryPaused(author, (deliver) =>
        work({
          deliver,
          async forget() {
            await deps.flushDrafts();
            await changeStore.forget(author);
            await reread();
          },
        }),
      );
    },
  };
}

/** Converts a waiting change to the form's current version. One that may have been sent stays as it was sent. */
function inCurrentVersion(form: Form) {
  return (change: QueuedChange): QueuedChange => {
    const { answers, base, formVersion } = change;
    if (!answers || formVersion === form.version || !isOnlyHere(change)) return change;
    return {
      ...change,
      formVersion: form.version,
      answers: toCurrentAnswers(form, { answers, formVersion }),
      ...(base && { base: toCurrentAnswers(form, { answers: base, formVersion }) }),
    };
  };
}
