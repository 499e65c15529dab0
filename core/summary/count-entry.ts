import { fitsControl } from '../form/fits-control.ts';
import type { Entry } from '../form/entry.ts';
import type { Field, Questions } from '../form/field.ts';
import { instancesIn } from '../form/instances-in.ts';
import { getOwn } from '../values/own-property.ts';
import { isBlank } from '../values/blank.ts';
import type { Form } from '../form/define-form.ts';
import { questionsOf } from '../form/questions.ts';
import { notRelevantIn } from '../logic/not-relevant.ts';
import { responseStateOf, type ReviewInBrief } from '../review/review.ts';
import { countAnswer } from './count-answer.ts';
import type { EntryCounts, FieldCounts } from './counts.ts';

/** What an entry adds to the counts of its form. */
export type CountedEntry = Pick<Entry, 'createdAt' | 'answers' | 'begunOn'> & {
  readonly version?: number;
  readonly review?: ReviewInBrief | undefined;
};

/** @param entry live, with answers to the form's current version */
export function countEntry(form: Form, entry: CountedEntry): EntryCounts {
  const notRelevant = notRelevantIn(form, entry);
  const { answers } = entry;
  const { version = 0, review } = entry;
  const state = responseStateOf({ version, review });
  return {
    status: 'live',
    ...(state !== 'received' && { review: state }),
    day: entry.createdAt.slice(0, 10),
    fields: countAnswers(form, { answers, isRelevant: (path) => !notRelevant.has(path) }),
  };
}

/** One after the other, since they are many. */
export function* countEntries(
  form: Form,
  entries: readonly CountedEntry[],
): Generator<EntryCounts> {
  for (const it of entries) yield countEntry(form, it);
}

type Answers = { readonly [name: string]: unknown };

/** The answers of an entry, or of an instance of a repeat. */
type Answered = { readonly answers: Answers; readonly isRelevant: (path: string) => boolean };

type CountedField = readonly [path: string, counts: FieldCounts];

function countAnswers(
  questions: Questions,
  answered: Answered,
  path = '',
): readonly CountedField[] {
  const { answers, isRelevant } = answered;
  return questionsOf(questions).flatMap(([name, field]) => {
    // What is stored counts, even if the form would not ask for it today. A default does not.
    const isGiven = isRelevant(name) || Object.hasOwn(answers, name);
    const counted = {
      ...(isGiven && countIfAnswered(field, getOwn(answers, name))),
      ...(!isRelevant(name) && { notRelevant: 1 }),
    };
    if (!field.instances || !isRelevant(name)) return [[path + name, counted]];
    const instances = instancesOf(answered, name);
    return [
      [path + name, { ...counted, instances: instances.length }],
      ...instances.flatMap((it) =>
        countAnswers(field.instances ?? questions, it, `${path}${name}/`),
      ),
    ];
  });
}

/** Skips answers to earlier versions that no longer parse, except removed options, which still count. */
function countIfAnswered(field: Field, answer: unknown): FieldCounts {
  const parsed = field.parse(answer);
  if (parsed.ok) return countAnswer(field, parsed.value);
  return isChoiceAnswer(field, answer) ? countAnswer(field, answer) : {};
}

function instancesOf({ answers, isRelevant }: Answered, name: string): readonly Answered[] {
  const instances = instancesIn(getOwn(answers, name)) ?? new Map<string, Answers>();
  return [...instances].map(([id, inside]) => ({
    answers: inside,
    isRelevant: (path) => isRelevant(`${name}/${id}/${path}`),
  }));
}

function isChoiceAnswer({ control }: Field, answer: unknown): boolean {
  const hasOptions = 'options' in control || 'columns' in control;
  return hasOptions && fitsControl(control, answer) && !isBlank(answer);
}
