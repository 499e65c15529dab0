import type { JsonSchema } from '../form/field.ts';
import { longestNote } from '../review/read-review.ts';

const instant = { type: 'string', format: 'date-time' };
const reason = { type: 'string', minLength: 1, maxLength: longestNote };

/** Why an owner has corrected the answers of an entry, as its author reads it. */
export const entryCorrection: JsonSchema = {
  type: 'object',
  description:
    'If one of the form’s owners has corrected the answers, and the author has not changed them since.',
  properties: { reason, at: instant },
  required: ['reason', 'at'],
};

/** The body of a correction. @param answers the schema of the form's answers */
export function correctionSchema(answers: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { answers, reason: { ...reason, description: 'What the author should know.' } },
    required: ['answers', 'reason'],
    additionalProperties: false,
  };
}

/** What an entry answers and has answered. @param more what is known of versions of such a form */
export function versionsSchema(more: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const version = {
    type: 'object',
    properties: {
      version: { type: 'integer', minimum: 1 },
      at: { ...instant, description: 'Since when.' },
      formVersion: { type: 'integer', minimum: 1 },
      ...more,
      correction: {
        type: 'object',
        description: 'If one of the form’s owners gave these answers, and not their author.',
        properties: {
          reason,
          by: { type: 'string', description: 'For readers, the username of the owner.' },
          email: { type: 'string', description: 'For readers, their address, if it is verified.' },
        },
        required: ['reason'],
      },
    },
    required: ['version', 'at', 'formVersion', 'answers'],
  };
  return {
    type: 'object',
    properties: {
      items: { type: 'array', items: version },
      cursor: { type: 'string', description: 'Absent on the last page.' },
    },
    required: ['items'],
  };
}
