import { askedFor, asSentAgain } from '#core/entries/understood.ts';
import type { Form } from '#core/form.ts';
import type { ToChange } from '../outbox/latest.ts';
import { holdingOf } from './holding.ts';
import type { Purpose } from './purpose.ts';

/** A change to an entry, which knows what it is typed on. */
export function changeTo(form: Form, entry: ToChange): Purpose {
  const { id, version } = entry;
  const answers = asSentAgain(form, entry);
  const base = { version, answers: askedFor(form, answers), formVersion: form.version };
  return {
    form,
    of: `${form.id}/${id}`,
    held: holdingOf(form, answers),
    entry: { id, ...base },
    base,
    save: (outbox, sent) => outbox.revise(form, { id, ...sent.base }, sent),
  };
}
