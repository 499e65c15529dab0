import { exerciseLogic } from '../logic/exercise-logic.ts';
import { isBlankText } from './check-field.ts';
import type { Form } from './define-form.ts';
import type { Questions } from './field.ts';
import type { FormError } from './safe-call.ts';
import { getOwn } from '../values/own-property.ts';

/** Checks the conditions, calculated values and rules of a form. Returns sentences for the form's author. */
export function issuesOfLogic(form: Form): readonly string[] {
  const issues = issuesOfNames(form, '');
  return issues.length > 0 ? issues : exerciseLogic(form).map(sentenceAbout);
}

/** Checks that logic is about fields that exist. @param path what comes before a function's name: `people.` */
function issuesOfNames(questions: Questions, path: string): readonly string[] {
  const { fields, when, bounds, defaults, offered, calculate = {}, rules = [] } = questions;
  const isField = (name: string) => Object.hasOwn(fields, name);
  const ofFields = Object.entries({ when, bounds, defaults, offered });
  const issues = [
    ...ofFields.flatMap(([what, functions = {}]) =>
      Object.keys(functions).map(
        (name) => !isField(name) && `${path}${what} names "${name}", and there is no such field.`,
      ),
    ),
    ...Object.keys(defaults ?? {}).map(
      (name) =>
        getOwn(fields, name)?.required === false &&
        `${path}defaults names "${name}", which is optional and so may be left blank: leave one of them out.`,
    ),
    ...Object.keys(calculate).map(
      (name) =>
        isField(name) && `${path}calculate names "${name}", which is a field: choose another name.`,
    ),
    ...rules.flatMap(({ at, message }, i) => [
      !isField(at) && `${path}rule ${i + 1} is shown at "${at}", and there is no such field.`,
      isBlankText(message) && `${path}rule ${i + 1} has no message: say what the person can do.`,
    ]),
    ...Object.entries(fields).flatMap(([name, { instances }]) =>
      instances ? issuesOfNames(instances, `${path}${name}.`) : [],
    ),
  ];
  return issues.filter((it) => it !== false);
}

function sentenceAbout({ function: path, error }: FormError): string {
  if (error.startsWith('Circular')) return `${path} needs its own result: ${circle(error)}.`;
  return `${path} fails with ${error} for some answers: it has to work whatever is answered, and if nothing is.`;
}

/** The names in a circle: "water → otherWater → water". @param error such as "Circular: asked water → asked otherWater" */
function circle(error: string): string {
  const keys = error.slice(error.indexOf(':') + 2).split(' → ');
  const names = keys.map((it) => it.slice(it.indexOf(' ') + 1));
  return [...names, names[0]].join(' → ');
}
