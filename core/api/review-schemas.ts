import type { JsonSchema } from '../form/field.ts';
import { longestNote } from '../review/read-review.ts';
import { reviewStates } from '../review/review.ts';

const instant = { type: 'string', format: 'date-time' };
const state = { type: 'string', enum: [...reviewStates] };
const version = {
  type: 'integer',
  minimum: 1,
  description: 'The version of the entry that was seen.',
};
const note = {
  type: 'string',
  maxLength: longestNote,
  description: 'What the author should know. Required if the entry is sent back.',
};

/** Schemas of reviews. */
export const reviewSchemas = {
  review: {
    type: 'object',
    properties: { state, version, note },
    required: ['state', 'version'],
    additionalProperties: false,
  },
  storedReview: {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' },
      state,
      version,
      note,
      by: { type: 'string', description: 'The username of the reviewer.' },
      email: { type: 'string', description: 'Their address, if it is verified.' },
      at: instant,
      number: { type: 'integer', description: 'In the order in which they were stored, from 1.' },
    },
    required: ['id', 'state', 'version', 'by', 'at', 'number'],
  },
  entryReview: {
    description:
      'The review that counts. Absent if there is none. For its author, with the note, until the entry is edited.',
    type: 'object',
    properties: {
      state: { type: 'string', enum: [...reviewStates, 'edited'] },
      version,
      at: instant,
      note,
    },
    required: ['state', 'version', 'at'],
  },
} as const satisfies { readonly [name: string]: JsonSchema };
