import type { Form } from '../form/define-form.ts';
import type { Field } from '../form/field.ts';
import { getOwn } from '../values/own-property.ts';
import type { Summary } from './summary-of-counts.ts';

/** What all responses together have answered of one page. */
export type AnsweredPage = {
  readonly title: string;
  /** How often a question of the page was relevant: one that depends on others, not in each response. */
  readonly relevant: number;
  readonly answered: number;
};

/** How much of each page is answered in what was sent. Nothing is known of those who have sent nothing. */
export function answeredByPage(
  { fields, pages = [] }: Pick<Form, 'fields' | 'pages'>,
  { count, fields: tallies }: Pick<Summary, 'count' | 'fields'>,
): readonly AnsweredPage[] {
  return pages.map((page) => {
    const questions = page.fields.filter((name) => !getOwn<Field>(fields, name)?.hasNoAnswer);
    const found = questions.map((name) => getOwn(tallies, name) ?? { answered: 0 });
    return {
      title: page.title,
      relevant: sum(found.map(({ relevant = count }) => relevant)),
      answered: sum(found.map(({ answered }) => answered)),
    };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, it) => all + it, 0);
}
