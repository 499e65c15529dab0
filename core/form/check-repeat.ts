import { getOwn } from '../values/own-property.ts';
import type { Field, Questions } from './field.ts';
import { isBlankText } from './check-field.ts';
import { isVisible } from './questions.ts';

/** Of repeats inside repeats. Deeper ones can be neither filled in on a phone nor read in a table. */
const mostLevels = 2;

/**
 * Checks what only a repeat has. Returns sentences for the form's author.
 * @param around what is asked around it, the innermost last
 */
export function issuesOfRepeat(
  { instances, control, limits = {} }: Field,
  around: readonly Questions[],
): readonly string[] {
  if (!instances) return [];
  const { fields, calculate = {}, count } = instances;
  const { min = 0, max = 1 } = limits;
  const { one, add } = control as { readonly one?: string; readonly add?: string };
  const issues = [
    Object.keys(fields).length === 0 && 'it has no fields: give it at least one.',
    [fields, calculate].some((it) => Object.hasOwn(it, 'id')) &&
      'one of its fields is called id, which is the name of each instance’s own id: choose another.',
    Object.values(fields).some((field) => field?.control && !isVisible(field)) &&
      'one of its fields is hidden: values from the link and metadata are of the whole form.',
    around.length > mostLevels &&
      'it is inside a repeat that is inside another: only one of two can be inside the other.',
    !(Number.isSafeInteger(min) && Number(min) >= 0) && `min is ${min}: it must be 0 or more.`,
    !(Number.isSafeInteger(max) && Number(max) >= 1) && `max is ${max}: it must be 1 or more.`,
    one !== undefined && isBlankText(one) && 'one is blank: leave it out.',
    add !== undefined && isBlankText(add) && 'add is blank: leave it out.',
    count !== undefined && issueOfCount(count, around),
  ];
  return issues.filter((it) => it !== false);
}

function issueOfCount(count: string, around: readonly Questions[]): string | false {
  const questions = around.findLast(
    ({ fields, calculate = {} }) => Object.hasOwn(fields, count) || Object.hasOwn(calculate, count),
  );
  if (!questions) return `count is "${count}", and there is no such field around it.`;
  const field = getOwn(questions.fields, count);
  return (
    field !== undefined &&
    typeof field.example !== 'number' &&
    `count is "${count}", and its answer is not a number.`
  );
}
