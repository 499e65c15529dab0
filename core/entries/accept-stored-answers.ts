import { fitsControl } from '../form/fits-control.ts';
import type { Control, Field, Options } from '../form/field.ts';
import { defineForm, type Form } from '../form/define-form.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok, type Result } from '../values/result.ts';
import { isRecord } from '../values/is-record.ts';
import { isSameJson } from '../values/canonical-json.ts';

type Answers = { readonly [field: string]: unknown };

/**
 * The form for revising an entry. Stored answers that the form no longer accepts are still accepted if they are
 * unchanged, and a removed option can be kept or deselected.
 * @param optionLabel the label of a removed option on the page
 */
export function formAcceptingStored(
  form: Form,
  stored: Answers,
  optionLabel = (option: string) => option,
): Form {
  const kept = Object.entries(form.fields).flatMap(([name, field]) => {
    const answer = getOwn(stored, name);
    const isKept = fitsControl(field.control, answer) && !field.parse(answer).ok;
    return isKept ? [[name, fieldAcceptingStored(field, answer, optionLabel)] as const] : [];
  });
  if (kept.length === 0) return form;
  return defineForm({ ...form, fields: { ...form.fields, ...Object.fromEntries(kept) } });
}

/** Stored answers that the form can no longer ask for, because a field was removed or now has another control. */
export function orphanedAnswers({ fields }: Form, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([name, answer]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return !field || !fitsControl(field.control, answer);
    }),
  );
}

/** Parses revised answers to a form that may have changed since the entry was stored, and keeps the orphaned answers. */
export function parseRevisedAnswers(
  form: Form,
  stored: Answers,
  { body, formVersion }: { readonly body: unknown; readonly formVersion: number },
): ReturnType<Form['parse']> {
  const kept = orphanedAnswers(form, stored);
  const isRepeated = ([name, answer]: readonly [string, unknown]) =>
    Object.hasOwn(kept, name) && isSameJson(answer, kept[name]);
  const candidate =
    formVersion === form.version && isRecord(body)
      ? Object.fromEntries(Object.entries(body).filter((it) => !isRepeated(it)))
      : body;
  const parsed = formAcceptingStored(form, stored).parse(candidate, formVersion);
  return parsed.ok ? ok({ ...kept, ...parsed.value }) : parsed;
}

function fieldAcceptingStored(
  field: Field,
  stored: unknown,
  optionLabel: (option: string) => string,
): Field {
  const removed = removedOptions(field.control, stored);
  return {
    ...field,
    control: withOptions(
      field.control,
      Object.fromEntries(removed.map((it) => [it, optionLabel(it)])),
    ),
    parse(value, wording) {
      if (isSameJson(value, stored)) return ok(value);
      if (!Array.isArray(value) || removed.length === 0) return field.parse(value, wording);
      const kept = removed.filter((it) => value.includes(it));
      const others: unknown[] = value.filter((it) => !removed.includes(it as string));
      if (others.length === 0 && kept.length > 0) return ok(kept);
      const parsed = field.parse(others, wording) as Result<readonly unknown[], string>;
      return parsed.ok ? ok([...parsed.value, ...kept]) : err(parsed.problem);
    },
  };
}

function removedOptions(control: Control, stored: unknown): readonly string[] {
  if (!('options' in control)) return [];
  const chosen = (Array.isArray(stored) ? stored : [stored]) as readonly string[];
  return [...new Set(chosen)].filter((it) => !Object.hasOwn(control.options, it));
}

function withOptions(control: Control, more: Options): Control {
  return 'options' in control ? { ...control, options: { ...control.options, ...more } } : control;
}
