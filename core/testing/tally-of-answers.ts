import type { Field } from '../form/field.ts';
import { countAnswer } from '../summary/count-answer.ts';
import { sumOfEntryCounts } from '../summary/counts.ts';
import { tallyOf, type Tally } from '../summary/tally.ts';

/** The statistics of these answers to a field. */
export function tallyOfAnswers(field: Field, answers: readonly unknown[]): Tally {
  const fields = answers.map((it) => ['field', countAnswer(field, it)] as const);
  return tallyOf(field, sumOfEntryCounts([{ status: 'live', fields }]).fields['field'] ?? {});
}
