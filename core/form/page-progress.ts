import type { Evaluation } from '../logic/evaluation.ts';
import { fieldOf } from './field-of.ts';
import { pageId, type FormPage } from './form-pages.ts';
import { isVisible } from './questions.ts';

/** How far somebody has come in a form with pages. */
export type PageProgress = {
  readonly pages: readonly FormPage[];
  readonly evaluation: Pick<Evaluation, 'isRelevant' | 'field' | 'issues'>;
  /** The fields that they have left behind with "Continue", answered or not. */
  readonly passed: ReadonlySet<string>;
};

/** The pages that ask something now: whose condition is met, and those of some of their fields. */
export function pagesShown({ pages, evaluation }: PageProgress): readonly FormPage[] {
  const isShown = (name: string) =>
    evaluation.isRelevant(name) && isVisible(evaluation.field(name));
  return pages.filter((page) => page.fields.some(isShown));
}

export function pageWithId(pages: readonly FormPage[], id: string): FormPage | undefined {
  return pages.find((it) => pageId(it) === id);
}

/** The page that has a field, or an answer within it such as `people/<id>/age`. */
export function pageOf(pages: readonly FormPage[], path: string): FormPage | undefined {
  const field = fieldOf(path);
  return pages.find((page) => page.fields.includes(field));
}

/** The first shown page with an unfinished field. */
export function firstUnfinished(progress: PageProgress): FormPage | undefined {
  const isUnfinished = createUnfinishedTest(progress);
  return pagesShown(progress).find((page) => page.fields.some(isUnfinished));
}

/**
 * The first unfinished field of a page, if there is one.
 * @returns also whether somebody has to correct what they have passed before, or a question is new to them
 */
export function unfinishedField(
  progress: PageProgress,
  page: FormPage,
): { readonly field: string; readonly isPassed: boolean } | undefined {
  const field = page.fields.find(createUnfinishedTest(progress));
  return field === undefined ? undefined : { field, isPassed: progress.passed.has(field) };
}

/** A field that is asked is unfinished if it is wrong, or if the person has not passed it: it was opened only now. */
function createUnfinishedTest({ evaluation, passed }: PageProgress): (field: string) => boolean {
  const wrong = new Set(evaluation.issues().map((it) => fieldOf(it.field)));
  return (field) => evaluation.isRelevant(field) && (wrong.has(field) || !passed.has(field));
}

/**
 * Whether somebody may open a page: all shown pages before it are finished. Without an id it is about the page
 * where they check their answers.
 */
export function isReachable(progress: PageProgress, id?: string): boolean {
  const ids = pagesShown(progress).map(pageId);
  const end = firstUnfinished(progress);
  const at = id === undefined ? ids.length : ids.indexOf(id);
  return at >= 0 && at <= (end ? ids.indexOf(pageId(end)) : ids.length);
}

/** The fields that somebody has passed once they continue from a page. */
export function passedWith(
  { evaluation, passed }: PageProgress,
  page: FormPage,
): readonly string[] {
  return [...new Set([...passed, ...page.fields.filter(evaluation.isRelevant)])];
}
