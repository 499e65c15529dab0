import type { Form } from '#core/form/define-form.ts';
import { answersAsText, fillIn } from '#core/form/placeholders.ts';
import type { AnswerRow } from '../entry/question-rows.ts';

type Part = { readonly title: string | undefined; readonly rows: readonly AnswerRow[] };

/** A page of the form: its rows by section. Those in no section are in a part without a title. */
export type PaperPage = { readonly title: string | undefined; readonly parts: readonly Part[] };

/**
 * Rows as the form lays them out. A page or a section of which nothing was asked is left out; what is in the answers
 * and on no page of the form comes last.
 */
export function paperPages(
  form: Form,
  answers: { readonly [name: string]: unknown },
  rows: readonly AnswerRow[],
): readonly PaperPage[] {
  const textOf = answersAsText(form, answers);
  const byName = new Map(rows.map((it) => [it.name, it] as const));
  const sectionOf = new Map(
    (form.sections ?? []).flatMap((it) => it.fields.map((name) => [name, it] as const)),
  );
  const partsOf = (names: readonly string[]): Part[] => {
    const groups: { of: object | undefined; title: string | undefined; rows: AnswerRow[] }[] = [];
    for (const name of names) {
      const row = byName.get(name);
      const of = sectionOf.get(name);
      const last = groups.at(-1);
      if (!row) continue;
      if (last?.of === of && last) last.rows.push(row);
      else groups.push({ of, title: of && fillIn(of.title, textOf), rows: [row] });
    }
    return groups;
  };
  const pages = form.pages ?? [{ title: undefined, fields: Object.keys(form.fields) }];
  const others = rows.filter(({ name }) => !Object.hasOwn(form.fields, name));
  return [
    ...pages.map(({ title, fields }) => ({
      title: title && fillIn(title, textOf),
      parts: partsOf(fields),
    })),
    { title: undefined, parts: others.length > 0 ? [{ title: undefined, rows: others }] : [] },
  ].filter(({ parts }) => parts.length > 0);
}
