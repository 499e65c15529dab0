import type { JsonSchema } from '../form/field.ts';
import { longestNote } from '../review/read-review.ts';

const instant = { type: 'string', format: 'date-time' };
const by = { type: 'string', description: 'The username of who wrote it.' };
const email = { type: 'string', description: 'Their address, if it is verified.' };
const version = {
  type: 'integer',
  minimum: 1,
  description: 'The version of the entry that was seen.',
};

/** Schemas of comments. */
export const commentSchemas = {
  comment: {
    type: 'object',
    properties: { version, text: { type: 'string', minLength: 1, maxLength: longestNote } },
    required: ['version', 'text'],
    additionalProperties: false,
  },
  storedComment: {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' },
      version,
      text: { type: 'string', description: 'Absent once the comment was taken back.' },
      by,
      email,
      at: instant,
      takenBack: {
        type: 'object',
        properties: {
          by: { ...by, description: 'The username of who took it back.' },
          email,
          at: instant,
        },
        required: ['by', 'at'],
      },
    },
    required: ['id', 'version', 'by', 'at'],
  },
} as const satisfies { readonly [name: string]: JsonSchema };
