import { toApiEntry } from './api-entry.ts';
import type { Entry } from '../form/entry.ts';
import type { JsonSchema } from '../form/field.ts';
import type { Form } from '../form/define-form.ts';
import { derivedFor } from '../form/form-functions.ts';
import { problems } from './problem.ts';

/** The schema of the answers to a form. The API also accepts variants that it does not mention, such as blank values. */
export function answersSchema({ fields, title }: Form): JsonSchema {
  const properties = Object.entries(fields).map(([name, field]) => [
    name,
    {
      title: field.label,
      ...(field.hint && { description: field.hint }),
      ...field.jsonSchema,
      examples: [field.example],
    },
  ]);
  const required = Object.entries(fields).flatMap(([name, field]) =>
    field.required && !field.parse(undefined).ok ? [name] : [],
  );
  return {
    title,
    type: 'object',
    properties: Object.fromEntries(properties) as JsonSchema,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** The schema of an entry. The form's receipt may add other keys. */
export function entrySchema(form: Form): JsonSchema {
  return {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' },
      form: { const: form.id },
      formVersion: { type: 'integer', minimum: 1 },
      username: { type: 'string' },
      answers: { $ref: `#/components/schemas/${form.id}.answers` },
      derived: { description: 'What the server computed.' },
      version: { type: 'integer', minimum: 1 },
      createdAt: instant,
      updatedAt: instant,
      withdrawnAt: instant,
      deletedAt: { ...instant, ...earlierName('withdrawnAt') },
    },
    required: ['id', 'form', 'formVersion', 'username', 'version', 'createdAt', 'updatedAt'],
  };
}

export function entriesSchema(form: Form): JsonSchema {
  return {
    type: 'object',
    properties: {
      items: { type: 'array', items: { $ref: `#/components/schemas/${form.id}.entry` } },
      cursor: { type: 'string', description: 'Absent on the last page.' },
      mail: { $ref: '#/components/schemas/mail' },
    },
    required: ['items'],
  };
}

export function exampleAnswers({ fields }: Form): { readonly [name: string]: unknown } {
  return Object.fromEntries(Object.entries(fields).map(([name, { example }]) => [name, example]));
}

/** The entry that the API could return for the example answers. */
export function exampleEntry(form: Form): { readonly [key: string]: unknown } {
  const answers = exampleAnswers(form);
  const derived = derivedFor(form, answers, { random: () => 0 });
  const entry: Entry = {
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    form: form.id,
    formVersion: form.version,
    username: '5f0c7a52-0000-4000-8000-000000000000',
    answers,
    ...(derived !== undefined && { derived }),
    version: 1,
    createdAt: '2026-01-01T12:00:00.000Z',
    updatedAt: '2026-01-01T12:00:00.000Z',
  };
  return toApiEntry(form, entry);
}

const instant = { type: 'string', format: 'date-time' };

/** Of a key that is still sent, for programs written when it was the only one. */
function earlierName(of: string): JsonSchema {
  return { description: `The earlier name of \`${of}\`.`, deprecated: true };
}

/** Schemas that are the same for all forms. */
export const sharedSchemas: { readonly [name: string]: JsonSchema } = {
  problem: {
    description: 'RFC 9457. It never quotes what was sent.',
    type: 'object',
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(problems) },
      errors: {
        description: 'What to correct, at most twenty.',
        type: 'array',
        items: {
          type: 'object',
          properties: { field: { type: 'string' }, message: { type: 'string' } },
          required: ['field', 'message'],
        },
      },
      requestId: { type: 'string' },
    },
    required: ['type', 'title', 'status', 'code', 'requestId'],
  },
  message: {
    description: 'From the gateway, before the function is called.',
    type: 'object',
    properties: { message: { type: 'string' } },
    required: ['message'],
  },
  withdrawn: {
    type: 'object',
    properties: {
      withdrawn: { const: true },
      deleted: { const: true, ...earlierName('withdrawn') },
    },
    required: ['withdrawn', 'deleted'],
  },
  erased: {
    type: 'object',
    properties: {
      erased: { type: 'integer', description: 'The number of entries that this request erased.' },
      done: {
        type: 'boolean',
        description: 'Whether nothing is left. If not, repeat the request.',
      },
    },
    required: ['erased', 'done'],
  },
  mail: {
    description: 'The state of the confirmation mail, if the request selects one entry.',
    type: 'object',
    required: ['state', 'at'],
    properties: {
      state: { type: 'string', enum: ['sending', 'sent', 'refused', 'withheld'] },
      at: instant,
      code: { type: 'string', description: 'Why it was refused, in the provider’s words.' },
    },
  },
  summary: {
    type: 'object',
    required: ['form', 'count', 'complete', 'days', 'fields'],
    properties: {
      form: { type: 'string' },
      count: { type: 'integer', description: 'How many entries were read.' },
      complete: { type: 'boolean', description: 'Whether all entries were read.' },
      days: { type: 'object', additionalProperties: { type: 'integer' } },
      newestAt: { ...instant, description: 'When the newest entry was stored.' },
      fields: { type: 'object', additionalProperties: { $ref: '#/components/schemas/tally' } },
    },
  },
  tally: {
    type: 'object',
    required: ['answered'],
    properties: {
      answered: { type: 'integer' },
      options: { type: 'object', additionalProperties: { type: 'integer' } },
      numbers: {
        type: 'object',
        required: ['min', 'max', 'mean', 'median'],
        additionalProperties: { type: 'number' },
      },
      bins: {
        description: 'A histogram: how many numbers are at least `from` and less than `below`.',
        type: 'array',
        items: {
          type: 'object',
          required: ['from', 'below', 'count'],
          additionalProperties: { type: 'number' },
        },
      },
    },
  },
};
