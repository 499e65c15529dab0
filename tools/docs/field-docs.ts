import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fields from '#core/fields/index.ts';
import type { Field, FieldSummary } from '#core/form/field.ts';
import { isVisible } from '#core/form/questions.ts';
import { fieldExamples } from './field-examples.ts';
import { documentedFunction, optionsOfType, type DocumentedOption } from './read-types.ts';

/** The kinds of field, in the order of the page. */
const kinds = Object.keys(fieldExamples) as (keyof typeof fieldExamples)[];

/** What becomes of the answers of many people. */
const summaries: { readonly [Summary in FieldSummary]: string } = {
  options: 'Owners see how many people chose each option.',
  scale: 'Owners see how many people chose each number, and the mean.',
  'yes-or-no': 'Owners see how many people ticked it.',
  numbers:
    'Owners see the smallest, the largest and the mean, and how the numbers are distributed.',
  listed: 'Owners see what was chosen most often.',
  matrix: 'Owners see how many people chose each column in each row.',
  ranking: 'Owners see the mean rank of each option, and how many people put it first.',
  locations: 'Owners see a map.',
  instances:
    'Owners see how many there are, and the answers inside them, and can export them as a file.',
  files: 'Owners see how many there are, and can open them.',
  none: 'Owners see a list of the answers.',
};

/** What is not in the page and cannot be written by a program: each is one thing to do. */
export function fieldDocsErrors(project: string): readonly string[] {
  return [
    ...Object.keys(fields)
      .filter((kind) => !(kind in fieldExamples))
      .map((kind) => `tools/docs/field-examples.ts has no ${kind}`),
    ...kinds
      .filter((kind) => isDrawn(kind) && !existsSync(join(project, pictureOf(kind))))
      .map((kind) => `${pictureOf(kind)} is missing: npm run pictures`),
    ...[
      ...kinds.flatMap((kind) => optionsOf(project, kind)),
      ...sharedOptions(project),
      ...formOptions(project),
    ]
      .filter(({ sentence }) => sentence === '')
      .map(({ name }) => `the option ${name} has no comment above it`),
  ];
}

/** Whether people see the field. */
export function isDrawn(kind: keyof typeof fieldExamples): boolean {
  return isVisible(fieldExamples[kind]);
}

export function pictureOf(kind: string): string {
  return `docs/fields/${kind}.png`;
}

/** The page docs/fields.md: made from the types, so that it has every kind and every option. */
export function fieldDocs(project: string): string {
  return `# Fields

Every kind of field a form can have, with an example and its picture, and every option. A field is required unless it says \`optional: true\`. Written by \`npm run field-docs\` from the types in [core/fields](../core/fields); \`npm run check\` fails when it is out of date.

${kinds.map((kind) => `[${kind}](#${kind.toLowerCase()})`).join(' · ')} · [every field](#every-field) · [the form itself](#the-form-itself)

${kinds.map((kind) => section(project, kind)).join('\n\n')}

## Every field

${table(sharedOptions(project))}

## The form itself

[add-a-form.md](add-a-form.md) has an example.

${table(formOptions(project))}

A kind that is missing here can be added: [add-a-field.md](add-a-field.md).
`;
}

function section(project: string, kind: keyof typeof fieldExamples): string {
  const field: Field = fieldExamples[kind];
  const { sentence } = documentedFunction(sourceOf(project, kind), kind);
  const own = optionsOf(project, kind);
  return `## ${kind}

${sentence}

${pictureHtml(kind, field)}\`\`\`ts
${exampleSource(project, kind)}
\`\`\`

${whatIsStored(field)}

${own.length > 0 ? table(own) : 'It has only [the options of every field](#every-field).'}`;
}

function pictureHtml(kind: keyof typeof fieldExamples, { label }: Field): string {
  return isDrawn(kind)
    ? `<img src="fields/${kind}.png" alt="The field “${label}”" width="360">\n\n`
    : '';
}

function whatIsStored({ example, summary, hasNoAnswer }: Field): string {
  return hasNoAnswer
    ? 'Nothing is stored, and owners do not see it.'
    : `An answer is stored as ${code(JSON.stringify(example))}. ${summaries[summary]}`;
}

function optionsOf(project: string, kind: string): readonly DocumentedOption[] {
  const source = sourceOf(project, kind);
  const { optionsType } = documentedFunction(source, kind);
  return optionsOfType(source, optionsType);
}

function sharedOptions(project: string): readonly DocumentedOption[] {
  return optionsOfType(read(project, 'core/fields/make-field.ts'), 'FieldOptions');
}

function formOptions(project: string): readonly DocumentedOption[] {
  const source = read(project, 'core/form/define-form.ts');
  const parts = optionsOfType(source, 'Confirmation').map((it) => ({
    ...it,
    name: `confirmation.${it.name}`,
  }));
  return optionsOfType(source, 'FormDefinition').flatMap((it) =>
    it.name === 'confirmation' ? [{ ...it, type: 'object' }, ...parts] : [it],
  );
}

/** `longText` is in `long-text.ts`. */
function sourceOf(project: string, kind: string): string {
  const file = kind.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return read(project, `core/fields/${file}.ts`);
}

/** An example as it is written in the file of examples. */
function exampleSource(project: string, kind: string): string {
  const file = read(project, 'tools/docs/field-examples.ts');
  const [, source = ''] =
    new RegExp(`^  ${kind}: (${kind}\\([^]*?\\)),\\n(?=  \\w|\\};)`, 'm').exec(file) ?? [];
  return source.replaceAll(/^ {2}/gm, '');
}

function table(options: readonly DocumentedOption[]): string {
  const rows = options.map(
    ({ name, type, isRequired, sentence }) =>
      `| ${code(name)}${isRequired ? ' (required)' : ''} | ${code(type)} | ${sentence.replaceAll('|', '\\|')} |`,
  );
  return ['| option | type | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function read(project: string, file: string): string {
  return readFileSync(join(project, file), 'utf8');
}
