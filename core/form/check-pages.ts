import { isBlankText } from './check-field.ts';
import type { Fields } from './answers.ts';
import { pageId, type FormPages, type FormSection } from './form-pages.ts';
import { isVisible } from './questions.ts';

type Layout = FormPages & { readonly fields: Fields };

/** Checks the pages and sections of a form. Returns sentences for the form's author. */
export function issuesOfPages({ fields, pages, sections = [] }: Layout): readonly string[] {
  const names = Object.keys(fields);
  return [
    ...(pages ? issuesOfParts('page', pages, names) : []),
    ...(pages ? [...issuesOfIds(pages), ...fieldsOnNoPage(pages, fields)] : []),
    ...issuesOfParts('section', sections, names),
    ...sections.flatMap((section) => issuesOfExtent(section, pages, names)),
  ].filter((it) => it !== false);
}

type Issue = string | false;

/** What pages and sections have in common. */
function issuesOfParts(
  kind: 'page' | 'section',
  parts: readonly FormSection[],
  names: readonly string[],
): readonly Issue[] {
  const listed = parts.flatMap((part) => part.fields);
  const known = listed.filter((it) => names.includes(it));
  const inOrder = names.filter((it) => known.includes(it));
  const misplaced = known.find((it, i) => it !== inOrder[i]);
  const repeated = listed.filter((it, i) => listed.indexOf(it) !== i);
  return [
    ...parts.flatMap(({ title, guidance, fields }, i) => [
      isBlankText(title) && `${kind} ${i + 1} has no title: it is the heading above its fields.`,
      guidance !== undefined &&
        isBlankText(guidance) &&
        `the guidance of ${kind} ${i + 1} is blank: leave it out.`,
      fields.length === 0 && `${kind} ${i + 1} names no field: give it at least one.`,
      ...fields.map(
        (it) =>
          !names.includes(it) && `${kind} ${i + 1} names "${it}", and there is no such field.`,
      ),
    ]),
    ...new Set(repeated.map((it) => `its ${kind}s name "${it}" more than once.`)),
    repeated.length === 0 &&
      misplaced !== undefined &&
      `its ${kind}s name "${misplaced}" out of order: list the fields in the order of \`fields\`.`,
  ];
}

function issuesOfIds(pages: NonNullable<Layout['pages']>): readonly Issue[] {
  const ids = pages.map(pageId);
  return ids.flatMap((id, i) => [
    // A page without fields has no id either, and is reported as such.
    id !== '' &&
      !/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(id) &&
      `the id of page ${i + 1} is part of its address: use letters, digits and hyphens, at most 64, a letter first.`,
    id !== '' &&
      ids.indexOf(id) !== i &&
      `page ${i + 1} has the same id as page ${ids.indexOf(id) + 1}: each needs its own address.`,
  ]);
}

function fieldsOnNoPage(pages: NonNullable<Layout['pages']>, fields: Fields): readonly Issue[] {
  const listed = new Set(pages.flatMap((page) => page.fields));
  return Object.entries(fields).map(
    ([name, field]) =>
      isVisible(field) && !listed.has(name) && `"${name}" is on no page: nobody would be asked.`,
  );
}

/** The fields of a section follow each other, on one page. */
function issuesOfExtent(
  { title, fields }: FormSection,
  pages: Layout['pages'],
  names: readonly string[],
): readonly Issue[] {
  const positions = fields.map((it) => names.indexOf(it)).toSorted((a, b) => a - b);
  const [first = 0] = positions;
  const isTogether = positions.every((position, i) => position === first + i);
  const page = pages?.find((it) => it.fields.includes(fields[0] ?? ''));
  const isOnOnePage = !page || fields.every((it) => page.fields.includes(it));
  return [
    !isTogether &&
      !positions.includes(-1) &&
      `the fields of section “${title}” do not follow each other in \`fields\`.`,
    !isOnOnePage && `section “${title}” is on more than one page.`,
  ];
}
