import { keeping } from '#core/entries/keeping.ts';
import { askedFor, asSentAgain } from '#core/entries/understood.ts';
import type { Form } from '#core/form.ts';
import type { ToChange } from '../outbox/latest.ts';
import { holdingOf } from './holding.ts';
import type { Purpose } from './purpose.ts';

/**
 * A change to an entry, which knows what it is typed on.
 * @param called what an option that the form no longer has is called
 */
export function changeTo(
  today: Form,
  entry: ToChange,
  called?: (option: string) => string,
): Purpose {
  const { id, version } = entry;
  const answers = asSentAgain(today, entry);
  const form = keeping(today, answers, called);
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
