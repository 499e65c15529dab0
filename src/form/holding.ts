import { canShow } from '#core/can-show.ts';
import { understood } from '#core/entries/understood.ts';
import type { Control, Held } from '#core/field.ts';
import type { Form } from '#core/form.ts';
import { toHeld } from '#core/held.ts';
import type { Answers } from '../outbox/parcel.ts';
import type { Draft, Holding } from './draft.ts';

/** Answers, in the form's controls: also those that it would not accept any more, where a control can hold them. */
export function holdingOf(form: Form, answers: Answers): Holding {
  const known = Object.entries(form.fields).flatMap(([name, field]) => {
    if (!Object.hasOwn(answers, name)) return [];
    const { control } = field;
    const parsed = field.parse(answers[name]);
    const answer = parsed.ok ? parsed.value : answers[name];
    if (parsed.ok || canShow(control, answer)) return [[name, toHeld(control, answer)] as const];
    return isHeldBy(control, answer) ? [[name, answer] as const] : [];
  });
  return Object.fromEntries(known);
}

/** What was typed into an earlier version of the form, in the controls of today's. */
export function inTodaysControls(form: Form, draft: Draft): Draft {
  const { held, base } = draft;
  if (!base || base.formVersion === form.version) return draft;
  const typed = understood(form, { answers: held, formVersion: base.formVersion });
  return {
    ...draft,
    held: holdingOf(form, typed),
    base: {
      ...base,
      answers: understood(form, base),
      formVersion: form.version,
    },
  };
}

/** Whether it is what a control holds while somebody is typing: a number is text until it is sent. */
function isHeldBy(control: Control, it: unknown): it is Held {
  return control.is === 'location' ? hasTextParts(it) : typeof it === 'string';
}

function hasTextParts(it: unknown): boolean {
  if (typeof it !== 'object' || it === null) return false;
  const { Latitude, Longitude } = it as { readonly [part: string]: unknown };
  return typeof Latitude === 'string' && typeof Longitude === 'string';
}
