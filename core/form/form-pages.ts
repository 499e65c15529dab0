import type { AnswersSoFar, Moment } from '../logic/form-logic.ts';
import type { Fields } from './answers.ts';
import type { Questions } from './field.ts';

/** Fields that belong together, under a heading of their own. */
export type FormSection<Name extends string = string, SoFar = never> = {
  readonly title: string;
  /** What to know before answering, as a few sentences of text. */
  readonly guidance?: string;
  /** In the order of the form's fields. */
  readonly fields: readonly Name[];
  /** When these fields are asked; without a condition they always are. */
  when?(answers: SoFar, moment: Moment): boolean | undefined;
};

/** What a form asks on one screen. */
export type FormPage<Name extends string = string, SoFar = never> = FormSection<Name, SoFar> & {
  /** The last part of its address; the name of its first field by default. */
  readonly id?: string;
};

/**
 * How a form's fields are laid out. Without pages, a form is one page, with its button at the end; with pages,
 * people check their answers on a page of their own before they send them.
 */
export type FormPages<Pages = readonly FormPage[], Sections = readonly FormSection[]> = {
  /** Each field is on one of them. */
  readonly pages?: Pages;
  /** Each is within one page. Fields that are in no section come without a heading. */
  readonly sections?: Sections;
};

/**
 * The pages that a form of these fields may have. A mapped tuple, because TypeScript then infers both the fields
 * of each page and the parameters of its condition.
 */
export type PagesFor<Fs extends Fields, Calculated, Pages> = {
  readonly [I in keyof Pages]: Pages[I] & FormPage<keyof Fs & string, AnswersSoFar<Fs, Calculated>>;
};
export type SectionsFor<Fs extends Fields, Calculated, Sections> = {
  readonly [I in keyof Sections]: Sections[I] &
    FormSection<keyof Fs & string, AnswersSoFar<Fs, Calculated>>;
};

/** The fields in parts that have a condition. */
export type ConditionalIn<Parts> = Parts extends readonly (infer Part)[]
  ? Part extends { readonly fields: readonly (infer Name)[]; readonly when: unknown }
    ? Name
    : never
  : never;

/** Of the parts of a form, what decides whether a field is asked. */
export type PartCondition = {
  /** Of the function, such as `pages.0`: of a form's functions, each has one. */
  readonly path: `${'pages' | 'sections'}.${number}`;
  readonly when: NonNullable<Parts[number]['when']>;
};

type Parts = NonNullable<Questions['pages']>;

/** The conditions of a form's pages and sections, by the names of the fields in them. */
export function conditionsOfParts({
  pages = [],
  sections = [],
}: Pick<Questions, 'pages' | 'sections'>): ReadonlyMap<string, readonly PartCondition[]> {
  const conditions = new Map<string, readonly PartCondition[]>();
  const add = (kind: 'pages' | 'sections', parts: Parts) =>
    parts.forEach(({ fields, when }, i) => {
      if (!when) return;
      for (const name of fields)
        conditions.set(name, [...(conditions.get(name) ?? []), { path: `${kind}.${i}`, when }]);
    });
  add('pages', pages);
  add('sections', sections);
  return conditions;
}

/** The names of the fields that are asked depending on other answers. */
export function conditionalFields(
  questions: Pick<Questions, 'when' | 'pages' | 'sections'>,
): ReadonlySet<string> {
  return new Set([...Object.keys(questions.when ?? {}), ...conditionsOfParts(questions).keys()]);
}

/** The last part of a page's address. */
export function pageId({ id, fields }: Pick<FormPage, 'id' | 'fields'>): string {
  return id ?? fields[0] ?? '';
}
