import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exampleForms as forms } from '#forms/testing/example-forms.ts';
import { writeForm } from './write-form.ts';

const index = `import type { Form } from '#core/form/define-form.ts';
import { items } from './items.ts';
import { ride } from './ride.ts';

/** The forms. */
export const forms: readonly [Form, ...Form[]] = [ride, items];

export function formById() {}
`;

function openProject(list = index) {
  const project = mkdtempSync(join(tmpdir(), 'new-form-'));
  onTestFinished(() => rmSync(project, { recursive: true }));
  mkdirSync(join(project, 'forms'));
  writeFileSync(join(project, 'forms/index.ts'), list);
  const read = (file: string) => readFileSync(join(project, file), 'utf8');
  return { project, read };
}

test('a new form is a file, an import, and the last in the list', () => {
  const { project, read } = openProject();
  expect(writeForm(project, 'visit-us', forms)).toEqual({
    ok: true,
    value: { id: 'visit-us', file: 'forms/visit-us.ts', title: 'Visit us' },
  });
  expect(read('forms/visit-us.ts')).toContain(
    "export const visitUs = defineForm({\n  id: 'visit-us',",
  );
  expect(read('forms/index.ts')).toContain(
    "import { ride } from './ride.ts';\nimport { visitUs } from './visit-us.ts';\n",
  );
  expect(read('forms/index.ts')).toContain('= [ride, items, visitUs];');
});

test('a list of one line each keeps its layout, and an id that is a word of JavaScript another name', () => {
  const { project, read } = openProject('\nexport const forms: readonly Form[] = [\n  ride,\n];\n');
  expect(writeForm(project, 'new', []).ok).toBe(true);
  expect(read('forms/index.ts')).toContain('= [\n  ride,\n  newForm,\n];');
  expect(read('forms/new.ts')).toContain('export const newForm = defineForm({');
});

test.each([
  ['Visit Us', 'its id is the address of its page: use lower-case letters, digits and hyphens'],
  ['Visit Us', 'such as "visit-us"'],
  ['account', 'its id is the address of a page of the app, or of its API'],
  ['constructor', 'its id is a reserved name in JavaScript'],
  ['../secrets', 'its id is the address of its page'],
  [forms[0].id, `A form with the id "${forms[0].id}" already exists: “${forms[0].title}”.`],
  ['index', 'The file forms/index.ts already exists.'],
])('the id "%s" is refused in a sentence: %s', (id, sentence) => {
  const { project, read } = openProject();
  expect(writeForm(project, id, forms)).toEqual({
    ok: false,
    problem: expect.stringContaining(sentence),
  });
  expect(read('forms/index.ts')).toBe(index);
});

test('a list that was written in another way is left alone', () => {
  const other = 'export const forms = everyForm();\n';
  const { project, read } = openProject(other);
  expect(writeForm(project, 'visit', [])).toMatchObject({ ok: false });
  expect(read('forms/index.ts')).toBe(other);
});
