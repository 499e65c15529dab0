import type { Form } from '#core/form.ts';
import { pwausers } from '#forms/pwausers.ts';
import type { Answers, Parcel } from '../../src/outbox/parcel.ts';
import { diary } from './forms/diary.ts';
import { visits, visitsBefore } from './forms/visits.ts';

/** The forms of a run, as they are deployed. */
export const forms: readonly Form[] = [pwausers, visits, diary];

export { diary };

/** As a device asks it: one that has not been updated asks the version before. */
export function formOn({ isUpToDate }: { readonly isUpToDate: boolean }, id: string): Form {
  return id === visits.id && !isUpToDate ? visitsBefore : deployed(id);
}

export function deployed(id: string): Form {
  const form = forms.find((it) => it.id === id);
  if (!form) throw new Error(`There is no form ${id}.`);
  return form;
}

/** The fields into which nobody writes the same as anybody else, by their names in the deployed form. */
export function textsOf(form: string): readonly string[] {
  return { [pwausers.id]: ['fname', 'lname'], [visits.id]: ['guest', 'room'] }[form] ?? ['secret'];
}

/** Answers to the deployed form, by the names they have in this version of it. */
export function namedIn({ id, version }: Form, answers: Answers): Answers {
  const isBefore = id === visits.id && version < visits.version;
  return Object.fromEntries(
    Object.entries(answers).map(([name, it]) => [isBefore && name === 'guest' ? 'name' : name, it]),
  );
}

/** What was sent, as the server understands it. */
export function understood({
  form,
  formVersion,
  answers,
}: Pick<Parcel, 'form' | 'formVersion' | 'answers'>): Answers | undefined {
  const parsed = answers && deployed(form).parse(answers, formVersion);
  return parsed?.ok ? parsed.value : answers;
}
