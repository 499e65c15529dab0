import type { OnFormError } from '../form/safe-call.ts';
import type { AnswersInput } from './answers-input.ts';
import { fitsControl } from '../form/fits-control.ts';
import type { Fields } from '../form/answers.ts';
import type { Field, Questions } from '../form/field.ts';
import { instancesIn } from '../form/instances-in.ts';
import type { Form } from '../form/define-form.ts';
import { getOwn } from '../values/own-property.ts';
import { ok } from '../values/result.ts';
import { isRecord } from '../values/is-record.ts';
import { isSameJson } from '../values/canonical-json.ts';
import { fieldAcceptingStored } from './field-accepting-stored.ts';
import { parseAnswers } from '../form/parse-answers.ts';

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
  const fields = fieldsAcceptingStored(form.fields, [stored], optionLabel);
  return fields ? { ...form, fields } : form;
}

/** @param stored the answers of an entry, or of all instances of a repeat */
function fieldsAcceptingStored(
  fields: Fields,
  stored: readonly Answers[],
  optionLabel: (option: string) => string,
): Fields | undefined {
  const kept = Object.entries(fields).flatMap(([name, field]) => {
    const answers = stored.map((it) => getOwn(it, name));
    const { instances } = field;
    if (instances) {
      const inside = answers.flatMap((it) => [...(instancesIn(it)?.values() ?? [])]);
      const inner = fieldsAcceptingStored(instances.fields, inside, optionLabel);
      return inner ? [[name, instances.withQuestions({ fields: inner })] as const] : [];
    }
    const refused = answers.filter((it) => fitsControl(field.control, it) && !field.parse(it).ok);
    if (refused.length === 0) return [];
    const accepting = refused.reduce<Field>(
      (accepted, it) => fieldAcceptingStored(accepted, it, optionLabel),
      field,
    );
    return [[name, accepting] as const];
  });
  return kept.length > 0 ? { ...fields, ...Object.fromEntries(kept) } : undefined;
}

/** Stored answers that the form can no longer ask for, because a field was removed or now has another control. */
export function orphanedAnswers({ fields, calculate }: Questions, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([name, answer]) => {
      if (calculate && Object.hasOwn(calculate, name)) return false;
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return !field || !fitsControl(field.control, answer);
    }),
  );
}

type RevisedAnswers = Pick<AnswersInput, 'body' | 'formVersion' | 'begunOn'> & {
  readonly onFormError?: OnFormError | undefined;
};

/** Parses revised answers to a form that may have changed since the entry was stored, and keeps the orphaned answers. */
export function parseRevisedAnswers(
  form: Form,
  stored: Answers,
  { body, formVersion, begunOn, onFormError }: RevisedAnswers,
): ReturnType<typeof parseAnswers<Form>> {
  const candidate =
    formVersion === form.version && isRecord(body) ? withoutOrphans(form, stored, body) : body;
  const parsed = parseAnswers(formAcceptingStored(form, stored), candidate, {
    version: formVersion,
    today: begunOn,
    onFormError,
  });
  return parsed.ok ? ok(withOrphans(form, stored, parsed.value)) : parsed;
}

/** Answers without the stored ones that the form can no longer ask for, if they repeat them. */
function withoutOrphans(questions: Questions, stored: Answers, answers: Answers): Answers {
  const kept = orphanedAnswers(questions, stored);
  const rest = Object.entries(answers).filter(
    ([name, answer]) => !Object.hasOwn(kept, name) || !isSameJson(answer, kept[name]),
  );
  return insideRepeats(questions, stored, Object.fromEntries(rest), withoutOrphans);
}

/** Answers, and the stored ones that the form can no longer ask for. */
function withOrphans(questions: Questions, stored: Answers, answers: Answers): Answers {
  const all = { ...orphanedAnswers(questions, stored), ...answers };
  return insideRepeats(questions, stored, all, withOrphans);
}

/** Converts the answers of each instance that is stored as well. */
function insideRepeats(
  { fields }: Questions,
  stored: Answers,
  answers: Answers,
  convert: (questions: Questions, stored: Answers, answers: Answers) => Answers,
): Answers {
  const repeats = Object.entries(fields).flatMap(([name, { instances }]) => {
    const now = getOwn(answers, name);
    const before = instancesIn(getOwn(stored, name));
    if (!instances || !before || !Array.isArray(now)) return [];
    const converted = now.map((it: unknown) => {
      if (!isRecord(it)) return it;
      const { id, ...inner } = it;
      const { id: _id, ...was } = before.get(String(id)) ?? { id };
      return { id, ...convert(instances, was, inner) };
    });
    return [[name, converted] as const];
  });
  return { ...answers, ...Object.fromEntries(repeats) };
}
