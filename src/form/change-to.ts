import { askedFor, asSentAgain } from '#core/entries/understood.ts';
import { isSensitive, type Form } from '#core/form.ts';
import { toHeld } from '#core/held.ts';
import { err } from '#core/result.ts';
import type { ToChange } from '../outbox/latest.ts';
import type { Answers } from '../outbox/parcel.ts';
import type { Holding } from './draft.ts';
import type { Purpose } from './purpose.ts';

/** A change to an entry, which knows what it is typed on. */
export function changeTo(form: Form, entry: ToChange): Purpose {
  const { id, version } = entry;
  const answers = asSentAgain(form, entry);
  const began = { id, version, answers: askedFor(form, answers), formVersion: form.version };
  return {
    form,
    of: `${form.id}/${id}`,
    held: holdingOf(form, answers),
    entry: began,
    save: async (outbox, sent) =>
      isSensitive(form) ? err('online-only') : outbox.revise(form, began, sent),
  };
}

/** An entry's answers, in the controls. Those the form no longer asks for have none. */
function holdingOf(form: Form, answers: Answers): Holding {
  const known = Object.entries(form.fields).flatMap(([name, field]) => {
    const parsed = field.parse(answers[name]);
    return Object.hasOwn(answers, name) && parsed.ok
      ? [[name, toHeld(field.control, parsed.value)] as const]
      : [];
  });
  return Object.fromEntries(known);
}
