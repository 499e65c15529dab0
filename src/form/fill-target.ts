import type { Form } from '#core/form/define-form.ts';
import type { EditableEntry } from '../outbox/changes/editable-entry.ts';
import type { Outbox, Saved } from '../outbox/outbox.ts';
import type { Answers, QueuedChange } from '../outbox/changes/queued-change.ts';
import type { ChangeToSend } from '../outbox/delivery/deliver.ts';
import type { Base, ControlValues } from '../drafts/draft.ts';

/** What filling in a form is for: a new entry, or a change to an existing one. */
export type FillTarget = {
  readonly form: Form;
  /** The `of` of the draft's key. */
  readonly of: string;
  /** The controls' values before anything is typed. */
  readonly controlValues: ControlValues;
  /** The entry to change, as it was when somebody began to change it. */
  readonly entry?: EditableEntry;
  /** What the draft is based on. */
  readonly base: Base;
  /** Gives the answers to the outbox, which refuses those of sensitive forms. */
  save(outbox: Outbox, sent: Sent): Saved;
  /** What a change says besides, if it is sent at once. */
  readonly toSend?: () => Pick<ChangeToSend, 'kind' | 'correction'>;
};

/** Answers to send, and what they are based on. */
export type Sent = Pick<QueuedChange, 'isHoneypotFilled'> & {
  readonly id: string;
  readonly answers: Answers;
  readonly base: Base;
};

/** A constant, so that changing the language does not load the draft again. */
const nothing: ControlValues = {};

export function newEntryTarget(form: Form): FillTarget {
  return {
    form,
    of: form.id,
    controlValues: nothing,
    base: { answers: nothing, formVersion: form.version },
    save: (outbox, sent) => outbox.submit(form, { ...sent, begunOn: sent.base.begunOn }),
  };
}
