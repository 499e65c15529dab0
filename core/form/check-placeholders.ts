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
  names: Mentionable,
  path: string,
): readonly string[] {
  return [
    ...Object.entries(fields).flatMap(([name, field]) => [
      ...issuesOfTexts(`field "${path}${name}"`, textsOf(field), names),
      ...(field.instances
        ? issuesOfQuestions(
            field.instances,
            new Map([...names, ...namesOf(field.instances)]),
            `${path}${name}.`,
          )
        : []),
    ]),
    ...rules.flatMap(({ message }, i) => issuesOfTexts(`${path}rule ${i + 1}`, [message], names)),
  ];
}

/** The names that a text may mention, and those of sensitive fields, which none may. */
type Mentionable = ReadonlyMap<string, 'allowed' | 'sensitive'>;

function namesOf(questions: Questions): Mentionable {
  const { calculate = {} } = questions;
  const withText = questionsOf(questions).filter(([, { instances }]) => !instances);
  return new Map([
    ...withText.map(([name, it]) => [name, it.sensitive ? 'sensitive' : 'allowed'] as const),
    ...Object.keys(calculate).map((name) => [name, 'allowed'] as const),
  ]);
}

function issuesOfTexts(
  where: string,
  texts: readonly string[],
  names: Mentionable,
): readonly string[] {
  return texts.flatMap(namesIn).flatMap(({ name, hasFallback }) => {
    if (names.get(name) === 'sensitive')
      return [
        `${where} mentions {${name}|…}, which is sensitive: a text can be a title that browsers store, and is mailed to owners.`,
      ];
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
