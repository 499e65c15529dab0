import type { Form } from '../form/define-form.ts';
import type { Questions } from '../form/field.ts';
import { questionsOf } from '../form/questions.ts';
import { getOwn } from '../values/own-property.ts';
import type { ResponseState } from '../review/review.ts';
import type { CountBy, Counts } from './counts.ts';
import { tallyOf, type Tally } from './tally.ts';

export type Summary = {
  readonly form: string;
  /** The number of entries counted: all of them, or the newest ones if not `complete`. */
  readonly count: number;
  /** Whether all entries were counted. */
  readonly complete: boolean;
  /** The number of entries by the day they were stored (UTC), newest day first. If not complete, the last day may be partial. */
  readonly days: { readonly [day: string]: number };
  /** How many of them are in each state of review. Absent if nobody has reviewed any. */
  readonly reviews?: { readonly [State in ResponseState]: number };
  /** When the newest entry was stored (ISO 8601). Absent if there is none. */
  readonly newestAt?: string;
  /** When the latest change was counted, which may be minutes ago. Absent if the entries were just read. */
  readonly countedAt?: string;
  /** By field, in the order of the form. Inside a repeat, `people/age`: each instance counts. */
  readonly fields: { readonly [name: string]: Tally };
};

export function summaryOfCounts(
  form: Form,
  counts: Counts,
  about: Pick<Summary, 'complete' | 'newestAt' | 'countedAt'>,
): Summary {
  const count = counts.statuses['live'] ?? 0;
  const newestFirst = Object.entries(counts.days).toSorted(([a], [b]) => (a < b ? 1 : -1));
  return {
    form: form.id,
    count,
    ...about,
    ...reviewsIn(counts),
    days: Object.fromEntries(newestFirst),
    fields: Object.fromEntries(talliesOf(form, counts.fields, { count, path: '' })),
  };
}

/** How many live entries are in each state of review, if anybody has reviewed any. */
export function reviewsIn({ reviews, statuses }: Counts): Pick<Summary, 'reviews'> {
  return reviews ? { reviews: reviewsOf(reviews, statuses['live'] ?? 0) } : {};
}

/** The others have been received, and nobody has reviewed them. */
function reviewsOf(reviews: CountBy, count: number): NonNullable<Summary['reviews']> {
  const of = (state: ResponseState) => getOwn(reviews, state) ?? 0;
  const [edited, sentBack, rejected, approved] = [
    of('edited'),
    of('sent-back'),
    of('rejected'),
    of('approved'),
  ];
  const received = Math.max(0, count - edited - sentBack - rejected - approved);
  return { received, edited, 'sent-back': sentBack, rejected, approved };
}

/** @param within how many entries, or instances of a repeat, there are, and its path */
function talliesOf(
  questions: Questions,
  fields: Counts['fields'],
  { count, path }: { readonly count: number; readonly path: string },
): readonly (readonly [path: string, tally: Tally])[] {
  return questionsOf(questions).flatMap(([name, field]) => {
    const counts = getOwn(fields, path + name) ?? {};
    const { notRelevant = 0, instances = 0 } = counts;
    const tally = {
      ...tallyOf(field, counts),
      ...(notRelevant > 0 && { relevant: count - notRelevant }),
    };
    const own = [path + name, tally] as const;
    if (!field.instances) return [own];
    const inside = { count: instances, path: `${path}${name}/` };
    return [own, ...talliesOf(field.instances, fields, inside)];
  });
}
