import type { Form } from '#core/form/define-form.ts';
import type { Questions } from '#core/form/field.ts';

/** How much a form asks, and how much logic it has: with what is inside its repeats. */
export type FormSize = {
  readonly questions: number;
  readonly pages: number;
  readonly conditions: number;
  readonly calculated: number;
  /** Rules, and bounds that other answers give. */
  readonly rules: number;
  readonly repeats: number;
  readonly wordLimits: number;
  /** Options that an earlier answer filters. */
  readonly filters: number;
};

export function sizeOf(form: Form): FormSize {
  const { pages = [], sections = [] } = form;
  const all = (countIn: (questions: Questions) => number) => sumOver(form, countIn);
  const fieldsWith = (is: (field: Questions['fields'][string]) => boolean) =>
    all(({ fields }) => Object.values(fields).filter(is).length);
  const conditionsOfParts = [...pages, ...sections].filter((it) => 'when' in it).length;
  return {
    questions: fieldsWith((it) => !it.hasNoAnswer && !it.instances),
    pages: pages.length,
    conditions: conditionsOfParts + all(({ when }) => sizeOfRecord(when)),
    calculated: all(({ calculate }) => sizeOfRecord(calculate)),
    rules: all(({ rules = [], bounds }) => rules.length + sizeOfRecord(bounds)),
    repeats: fieldsWith((it) => it.instances !== undefined),
    wordLimits: fieldsWith(({ control }) => 'wordLimit' in control),
    filters: all(({ offered }) => sizeOfRecord(offered)),
  };
}

function sizeOfRecord(record: object | undefined): number {
  return Object.keys(record ?? {}).length;
}

function sumOver(questions: Questions, countIn: (questions: Questions) => number): number {
  return Object.values(questions.fields).reduce(
    (sum, { instances }) => sum + (instances ? sumOver(instances, countIn) : 0),
    countIn(questions),
  );
}
