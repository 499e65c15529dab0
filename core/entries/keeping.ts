import { canShow } from '../can-show.ts';
import type { Control, Field, Options } from '../field.ts';
import { defineForm, type Form } from '../form.ts';
import { own } from '../own.ts';
import { err, ok, type Result } from '../result.ts';
import { isSame } from './merge.ts';

type Answers = { readonly [field: string]: unknown };

/**
 * The form as it is put to somebody who has answered it before. What is stored is accepted as long as it is
 * left as it is, even if it would not be accepted any more; an option that is gone can be kept, or given up.
 * @param called what an option that is gone is called on the page
 */
export function keeping(form: Form, stored: Answers, called = (option: string) => option): Form {
  const kept = Object.entries(form.fields).flatMap(([name, field]) => {
    const answer = own(stored, name);
    const isKept = canShow(field.control, answer) && !field.parse(answer).ok;
    return isKept ? [[name, keepingAnswer(field, answer, called)] as const] : [];
  });
  if (kept.length === 0) return form;
  return defineForm({ ...form, fields: { ...form.fields, ...Object.fromEntries(kept) } });
}

/** What an entry says that the form of today cannot ask about: a question that is gone, or is another one by now. */
export function unaskable({ fields }: Form, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([name, answer]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return !field || !canShow(field.control, answer);
    }),
  );
}

/** Other answers to a form that may have changed since it was answered: nothing that it cannot ask about goes by it. */
export function answersOver(
  form: Form,
  stored: Answers,
  { body, formVersion }: { readonly body: unknown; readonly formVersion: number },
): ReturnType<Form['parse']> {
  const kept = unaskable(form, stored);
  const isRepeated = ([name, answer]: readonly [string, unknown]) =>
    Object.hasOwn(kept, name) && isSame(answer, kept[name]);
  const asked =
    formVersion === form.version && isAnswers(body)
      ? Object.fromEntries(Object.entries(body).filter((it) => !isRepeated(it)))
      : body;
  const parsed = keeping(form, stored).parse(asked, formVersion);
  return parsed.ok ? ok({ ...kept, ...parsed.value }) : parsed;
}

function keepingAnswer(field: Field, stored: unknown, called: (option: string) => string): Field {
  const gone = optionsGone(field.control, stored);
  return {
    ...field,
    control: withOptions(field.control, Object.fromEntries(gone.map((it) => [it, called(it)]))),
    parse(value, wording) {
      if (isSame(value, stored)) return ok(value);
      if (!Array.isArray(value) || gone.length === 0) return field.parse(value, wording);
      const kept = gone.filter((it) => value.includes(it));
      const others: unknown[] = value.filter((it) => !gone.includes(it as string));
      if (others.length === 0 && kept.length > 0) return ok(kept);
      const parsed = field.parse(others, wording) as Result<readonly unknown[], string>;
      return parsed.ok ? ok([...parsed.value, ...kept]) : err(parsed.problem);
    },
  };
}

function optionsGone(control: Control, stored: unknown): readonly string[] {
  if (control.is !== 'choice' && control.is !== 'choices') return [];
  const chosen = (Array.isArray(stored) ? stored : [stored]) as readonly string[];
  return [...new Set(chosen)].filter((it) => !Object.hasOwn(control.options, it));
}

function withOptions(control: Control, more: Options): Control {
  return control.is === 'choice' || control.is === 'choices'
    ? { ...control, options: { ...control.options, ...more } }
    : control;
}

function isAnswers(it: unknown): it is Answers {
  return typeof it === 'object' && it !== null && !Array.isArray(it);
}
