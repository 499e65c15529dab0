import type { Form } from '#core/form.ts';
import type { ToDeliver } from '../cloud/api.ts';
import type { ToChange } from '../outbox/latest.ts';
import type { Outbox, Saved } from '../outbox/outbox.ts';
import type { Answers } from '../outbox/parcel.ts';
import type { Base, Holding } from './draft.ts';

/** What a form is filled for: a new entry, or a change to one that is there. */
export type Purpose = {
  readonly form: Form;
  /** What its draft is kept under. */
  readonly of: string;
  /** What the controls hold before anything is typed. */
  readonly held: Holding;
  /** The entry to change, as it was when the change began. */
  readonly entry?: ToChange;
  /** What is typed is typed on this. */
  readonly base: Base;
  /** Hands the answers to the outbox, which takes none that must not be kept on a device. */
  save(outbox: Outbox, sent: Sent): Saved;
};

/** What is sent, and what it was typed on. */
type Sent = { readonly id: string; readonly answers: Answers; readonly base: Base };

/** One and the same, or a form in another language would look for its draft again. */
const nothing: Holding = {};

export function newEntry(form: Form): Purpose {
  return {
    form,
    of: form.id,
    held: nothing,
    base: { answers: nothing, formVersion: form.version },
    save: (outbox, sent) => outbox.submit(form, sent),
  };
}

/** The same, to be sent at once. */
export function parcelFor(
  { form, entry }: Purpose,
  { id, answers, base, author }: Sent & { readonly author: string },
): ToDeliver {
  const common = { id, answers, author, form: form.id, formVersion: form.version };
  if (!entry) return { ...common, does: 'submit', entry: id };
  const { version: ifVersion } = base;
  return {
    ...common,
    does: 'revise',
    entry: entry.id,
    ...(ifVersion !== undefined && { ifVersion }),
  };
}
