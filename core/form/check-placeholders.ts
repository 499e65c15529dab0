import type { Form } from './define-form.ts';
import type { Questions } from './field.ts';
import { namesIn, textsOf } from './placeholders.ts';
import { questionsOf } from './questions.ts';

/** Checks the earlier answers that a form's texts mention. Returns sentences for the form's author. */
export function issuesOfPlaceholders(form: Form): readonly string[] {
  const { pages = [], sections = [] } = form;
  const names = namesOf(form);
  return [
    ...[...pages, ...sections].flatMap(({ title, guidance = '' }) =>
      issuesOfTexts(`“${title}”`, [title, guidance], names),
    ),
    ...issuesOfQuestions(form, names, ''),
  ];
}

function issuesOfQuestions(
  { fields, rules = [] }: Questions,
  names: ReadonlySet<string>,
  path: string,
): readonly string[] {
  return [
    ...Object.entries(fields).flatMap(([name, field]) => [
      ...issuesOfTexts(`field "${path}${name}"`, textsOf(field), names),
      ...(field.instances
        ? issuesOfQuestions(
            field.instances,
            new Set([...names, ...namesOf(field.instances)]),
            `${path}${name}.`,
          )
        : []),
    ]),
    ...rules.flatMap(({ message }, i) => issuesOfTexts(`${path}rule ${i + 1}`, [message], names)),
  ];
}

function namesOf(questions: Questions): ReadonlySet<string> {
  const { calculate = {} } = questions;
  const mentionable = questionsOf(questions).filter(([, { instances }]) => !instances);
  return new Set([...mentionable.map(([name]) => name), ...Object.keys(calculate)]);
}

function issuesOfTexts(
  where: string,
  texts: readonly string[],
  names: ReadonlySet<string>,
): readonly string[] {
  return texts.flatMap(namesIn).flatMap(({ name, hasFallback }) => {
    if (hasFallback && !names.has(name))
      return [`${where} mentions {${name}|…}, and there is no such field or calculated value.`];
    // Without a bar, it may be any word in braces.
    return !hasFallback && names.has(name)
      ? [
          `${where} mentions {${name}}: say after a bar what to read until it is answered, as in {${name}|…}.`,
        ]
      : [];
  });
}
