import type { JsonSchema } from '../form/field.ts';

const to = {
  type: ['string', 'null'],
  description: 'The address of an owner or a reviewer of the form; null for nobody.',
};

/** Schemas of assignments. */
export const assignmentSchemas = {
  assignment: {
    type: 'object',
    properties: { to },
    required: ['to'],
    additionalProperties: false,
  },
  storedAssignment: {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' },
      to: { ...to, description: 'Whom it was assigned to; absent or null for nobody.' },
      by: { type: 'string', description: 'The username of who decided it.' },
      email: { type: 'string', description: 'Their address, if it is verified.' },
      at: { type: 'string', format: 'date-time' },
      number: { type: 'integer', description: 'In the order in which they were stored, from 1.' },
      now: {
        ...to,
        description: 'Whom the entry is assigned to now. Only in answer to a request.',
      },
    },
    required: ['id', 'by', 'at', 'number'],
  },
} as const satisfies { readonly [name: string]: JsonSchema };
