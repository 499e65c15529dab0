import { roles } from '../roles/role.ts';
import type { JsonSchema } from '../form/field.ts';

const email = { type: 'string' };

const rows: JsonSchema = {
  type: 'object',
  description:
    'The only responses that they see: those that answer the question with one of the values.',
  properties: {
    question: { type: 'string' },
    values: { type: 'array', minItems: 1, maxItems: 100, items: { type: 'string' } },
  },
  required: ['question', 'values'],
  additionalProperties: false,
};

const role = { enum: [...roles, null], description: '`null` for none.' };

const storedMember: JsonSchema = {
  type: 'object',
  properties: {
    email,
    role,
    rows,
    by: { type: 'string', description: 'Who gave them the role.' },
    at: { type: 'string', format: 'date-time' },
  },
  required: ['email', 'role'],
};

/** What is sent and returned about the roles of people. */
export const memberSchemas: { readonly [name: string]: JsonSchema } = {
  member: {
    type: 'object',
    properties: { email, role, rows },
    required: ['email', 'role'],
    additionalProperties: false,
  },
  storedMember,
  members: {
    type: 'object',
    properties: { items: { type: 'array', items: storedMember } },
    required: ['items'],
  },
  ownRoles: {
    type: 'object',
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          properties: { form: { type: 'string' }, role: { type: 'string', enum: [...roles] } },
          required: ['form', 'role'],
        },
      },
    },
    required: ['items'],
  },
};

export const exampleMember = {
  email: 'ada@example.com',
  role: 'reader',
  rows: { question: 'region', values: ['north'] },
};

export const exampleStoredMember = {
  ...exampleMember,
  by: 'olga@example.com',
  at: '2026-01-01T12:00:00.000Z',
};
