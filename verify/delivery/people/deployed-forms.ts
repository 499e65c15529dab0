import type { Form } from '#core/form/define-form.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { pwausers } from '#forms/pwausers.ts';
import type { Answers, QueuedChange } from '../../../src/outbox/changes/queued-change.ts';
import { albums } from '../forms/albums.ts';
import { diary } from '../forms/diary.ts';
import { visits, visitsBefore } from '../forms/visits.ts';

/** The forms of a run, as deployed. */
export const forms: readonly Form[] = [pwausers, visits, diary, albums];

export { albums, diary };

/** The form on a device: an older version if the device is not up to date. */
export function formOnDevice({ isUpToDate }: { readonly isUpToDate: boolean }, id: string): Form {
  return id === visits.id && !isUpToDate ? visitsBefore : deployedForm(id);
}

export function deployedForm(id: string): Form {
  const form = forms.find((it) => it.id === id);
  if (!form) throw new Error(`There is no form ${id}.`);
  return form;
}

/** The fields with unique texts, by their names in the deployed form. */
export function uniqueTextFields(form: string): readonly string[] {
  const fields: { readonly [form: string]: readonly string[] } = {
    [pwausers.id]: ['fname', 'lname'],
    [visits.id]: ['guest', 'table'],
    [albums.id]: ['title'],
  };
  return fields[form] ?? ['secret'];
}

/** Renames answers to the deployed form for this version of it. */
export function withNamesOf({ id, version }: Form, answers: Answers): Answers {
  const isBefore = id === visits.id && version < visits.version;
  return Object.fromEntries(
    Object.entries(answers).map(([name, it]) => [isBefore && name === 'guest' ? 'name' : name, it]),
  );
}

/** The answers as the server parses them. */
export function asServerParses({
  form,
  formVersion,
  answers,
}: Pick<QueuedChange, 'form' | 'formVersion' | 'answers'>): Answers | undefined {
  const parsed = answers && parseAnswers(deployedForm(form), answers, { version: formVersion });
  return parsed?.ok ? parsed.value : answers;
}
