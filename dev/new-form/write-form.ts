import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issuesOfForms } from '#core/form/check-forms.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { text } from '#core/fields/index.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { reservedIds } from '#forms/reserved-ids.ts';

type NewForm = { readonly id: string; readonly file: string; readonly title: string };

/**
 * Writes the file of a new form and its line in `forms/index.ts`, or says why it cannot.
 * @param listed the forms that there are
 */
export function writeForm(
  project: string,
  id: string,
  listed: readonly Form[],
): Result<NewForm, string> {
  const file = `forms/${id}.ts`;
  const title = titleOf(id);
  const [issue] = issuesOfForms({ forms: [exampleForm(id, title)], reservedIds });
  if (issue !== undefined) return err(issue);
  const taken = listed.find((it) => it.id === id);
  if (taken) return err(`A form with the id "${id}" already exists: “${taken.title}”.`);
  if (existsSync(join(project, file))) return err(`The file ${file} already exists.`);
  const index = join(project, 'forms/index.ts');
  const withForm = withFormListed(readFileSync(index, 'utf8'), id);
  if (withForm === undefined)
    return err('Could not find the list of forms in forms/index.ts. Add your form there yourself.');
  writeFileSync(join(project, file), sourceOf(id, title));
  writeFileSync(index, withForm);
  return ok({ id, file, title });
}

/** Adds an import and puts the form at the end of the list. */
function withFormListed(index: string, id: string): string | undefined {
  const name = constantFor(id);
  const list = /(\nexport const forms[^=]*= \[)([^\]]*?),?(\s*)\];/;
  if (!list.test(index)) return undefined;
  return index
    .replace(
      /(?:^import [^;]*;\n)+/m,
      (imports) => `${imports}import { ${name} } from './${id}.ts';\n`,
    )
    .replace(list, (_, start: string, names: string, end: string) => {
      const separator = names.trim() === '' ? '' : end === '' ? ', ' : ',\n  ';
      return `${start}${names}${separator}${name}${end === '' ? '' : `,${end}`}];`;
    });
}

function sourceOf(id: string, title: string): string {
  return `import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

export const ${constantFor(id)} = defineForm({
  id: '${id}',
  version: 1,
  title: '${title}',
  action: 'Send',
  // What is asked, in this order. docs/fields.md shows every kind of field.
  fields: {
    name: text({ label: 'Name', noun: 'your name', autoComplete: 'name' }),
  },
});
`;
}

/** The same form as in the file, to be checked. */
function exampleForm(id: string, title: string): Form {
  return defineForm({
    id,
    version: 1,
    title,
    action: 'Send',
    fields: { name: text({ label: 'Name' }) },
  });
}

/** `visit-us` → `Visit us` */
function titleOf(id: string): string {
  const spaced = id.replaceAll('-', ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Names that a constant of `forms/index.ts` cannot have. */
// oxfmt-ignore
const takenNames = new Set([
  'arguments', 'async', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default',
  'delete', 'do', 'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally', 'for', 'function', 'if',
  'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'package', 'private', 'protected',
  'public', 'return', 'static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'undefined', 'var',
  'void', 'while', 'with', 'yield', 'forms', 'text', 'defineForm',
]);

/** `visit-us` → `visitUs` */
function constantFor(id: string): string {
  const name = id.replace(/-+(.?)/g, (_, next: string) => next.toUpperCase());
  return takenNames.has(name) ? `${name}Form` : name;
}
