import { getOwn } from '../values/own-property.ts';
import type { Field, JsonSchema, Questions } from './field.ts';
import { conditionalFields } from './form-pages.ts';
import { withFallbacks } from './placeholders.ts';
import { questionsOf } from './questions.ts';

/** The schema of the answers to questions: those of a form, or of one instance of a repeat. */
export function answersSchema(questions: Questions): JsonSchema {
  const { calculate = {}, calculatedLabels, defaults = {} } = questions;
  const conditional = conditionalFields(questions);
  const properties = questionsOf(questions).map(([name, field]) => [
    name,
    {
      title: withFallbacks(field.label),
      ...field.jsonSchema,
      ...descriptionOf(field, conditional.has(name)),
      examples: [field.example],
    },
  ]);
  const computed = Object.keys(calculate).map((name) => [
    name,
    {
      ...titleOf(getOwn(calculatedLabels, name)),
      readOnly: true,
      description: 'Calculated by the server. What is sent for it is ignored.',
    },
  ]);
  // A schema cannot say when a conditional field is required: its condition is a function.
  const mayBeMissing = (name: string) => conditional.has(name) || Object.hasOwn(defaults, name);
  const required = questionsOf(questions).flatMap(([name, field]) =>
    field.required && !mayBeMissing(name) && !field.parse(undefined).ok ? [name] : [],
  );
  return {
    type: 'object',
    properties: Object.fromEntries([...properties, ...computed]) as JsonSchema,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function descriptionOf({ hint, required, jsonSchema }: Field, isConditional: boolean): JsonSchema {
  const condition = required
    ? 'Asked, and then required, depending on other answers. Left out when it is not asked.'
    : 'Asked depending on other answers. Left out when it is not asked.';
  const sentences = [
    hint && withFallbacks(hint),
    jsonSchema['description'],
    isConditional && condition,
  ].filter((it) => typeof it === 'string');
  return sentences.length > 0 ? { description: sentences.join(' ') } : {};
}

function titleOf(title: string | undefined): JsonSchema {
  return title === undefined ? {} : { title };
}
