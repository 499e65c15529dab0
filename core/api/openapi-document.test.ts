import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { exampleForms } from '#forms/testing/example-forms.ts';
import { photosForm } from '../testing/photos-form.ts';
import { openApi, type OpenApiOperation } from './openapi-document.ts';
import { problems } from './problem.ts';
import { asksForFiles } from '../form/asks-for-files.ts';
import { feedbackForm } from '../testing/feedback-form.ts';
import { invitedForm } from '../testing/invited-form.ts';
import { signupForm } from '../testing/signup-form.ts';
import { endpoints } from './match-route.ts';

const address = 'https://api.example/v1';
const forms = [...exampleForms, photosForm, feedbackForm, signupForm, invitedForm];
const document = openApi({ title: 'An API', forms, url: `${address}/` });
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, it]): [name: string, operation: OpenApiOperation, path: string, method: string] => [
      it.operationId,
      it,
      path,
      method,
    ],
  ),
);

/** Validates the JSON Schemas of the document: OpenAPI 3.1 uses version 2020-12. */
const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  formats: {
    'idn-email': true,
    uri: (text: string) => URL.canParse(text),
    date: /^\d{4}-\d\d-\d\d$/,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    uuid: /^[0-9a-f-]{36}$/,
  },
});
// A keyword of OpenAPI that a strict validator of JSON Schema does not know.
ajv.addVocabulary(['components']);
ajv.addSchema({ $id: address, components: document.components });

test('the document is valid OpenAPI 3.1 according to an independent validator', async () => {
  const validator = new Validator();
  const copy = JSON.parse(JSON.stringify(document)) as Parameters<Validator['validate']>[0];
  expect(await validator.validate(copy)).toMatchObject({ valid: true });
  expect(validator.version).toBe('3.1');
  const { info: _, ...withoutInfo } = document;
  expect(await validator.validate({ ...withoutInfo })).toMatchObject({ valid: false });
});

test('the document describes exactly the routes of each form, those for files if it asks for some, those without an account if it is open, and once those that belong to no form', () => {
  const described = operations.map(([name, , path, method]) => `${name} ${method} ${path}`);
  const served = endpoints.flatMap(({ name, isOpen, method, path }) =>
    (path.includes('{form}') ? formsWith(path).map(({ id }) => id) : ['me']).map(
      (tag) =>
        `${tag}.${isOpen ? 'open.' : ''}${name} ${method.toLowerCase()} ${path.replace('{form}', tag)}`,
    ),
  );
  expect(described.toSorted()).toEqual(served.toSorted());
});

function formsWith(path: string) {
  if (path.endsWith('/verification')) return [signupForm];
  if (path.startsWith('/open')) return [feedbackForm, signupForm, invitedForm];
  if (path.includes('/invitations')) return [invitedForm];
  return path.includes('{file}') ? forms.filter(asksForFiles) : forms;
}

test.each(Object.keys(document.components.schemas))(
  'the schema %s is a valid JSON Schema',
  (name) => {
    expect(ajv.getSchema(`${address}#/components/schemas/${name}`)).toBeTypeOf('function');
  },
);

test.each(operations)(
  '%s: every example matches its schema',
  { tags: 'route-examples-match-schema' },
  (_, operation) => {
    const contents = [
      operation.requestBody?.content,
      ...Object.values(operation.responses).map((it) => it.content),
    ];
    let count = 0;
    for (const content of contents)
      for (const { schema, example, examples = {} } of Object.values(content ?? {})) {
        const isDescribed = ajv.getSchema(`${address}${String(schema['$ref'])}`);
        for (const it of [example, ...Object.values(examples).map(({ value }) => value)]) {
          if (it === undefined) continue;
          expect(isDescribed?.(it), JSON.stringify(isDescribed?.errors)).toBe(true);
          count += 1;
        }
      }
    expect(count).toBeGreaterThan(2);
  },
);

test.each(operations)(
  '%s: the path parameters are those of the path',
  (_, { parameters }, path) => {
    const inPath = parameters.filter((it) => it.in === 'path').map((it) => `{${it.name}}`);
    expect(inPath).toEqual(path.match(/\{\w+\}/g) ?? []);
    for (const { schema } of parameters) expect(ajv.validateSchema({ ...schema })).toBe(true);
  },
);

test.each(operations)('%s: the possible problems are documented', (name, { responses }) => {
  const statuses = [
    name.includes('.open.') ? '400' : '401',
    '500',
    ...(name.startsWith('me.') ? [] : ['404']),
  ];
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(statuses));
});

test('optional fields and fields with a default are not required', () => {
  const { schemas } = document.components;
  expect(schemas['pwausers.answers']).toMatchObject({ required: ['fname', 'lname'] });
  expect(schemas['items.answers']).toMatchObject({ required: ['title'] });
});

test('every problem of the API is documented somewhere', () => {
  const documented = operations.flatMap(([, { responses }]) =>
    Object.values(responses).flatMap(({ content }) =>
      Object.keys(content['application/problem+json']?.examples ?? {}),
    ),
  );
  const elsewhere = ['unauthorized'];
  expect(new Set([...documented, ...elsewhere])).toEqual(new Set(Object.keys(problems)));
});

test('withdrawn entries are documented by that word, and the earlier one is deprecated', () => {
  const { parameters } = document.paths['/pwausers']?.['get'] ?? { parameters: [] };
  expect(parameters.map(({ name, deprecated = false }) => [name, deprecated])).toEqual([
    ['limit', false],
    ['cursor', false],
    ['withdrawn', false],
    ['deleted', true],
  ]);
  const { withdrawn, 'pwausers.entry': entry } = document.components.schemas;
  expect(withdrawn?.['properties']).toEqual({
    withdrawn: { const: true },
    deleted: expect.objectContaining({ deprecated: true }),
  });
  expect(entry?.['properties']).toMatchObject({
    withdrawnAt: expect.not.objectContaining({ deprecated: true }),
    deletedAt: { deprecated: true },
  });
});
