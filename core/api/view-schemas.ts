import type { JsonSchema } from '../form/field.ts';
import { longestViewQuery, mostSharedViews } from '../views/shared-view.ts';
import { longestViewName } from '../views/view-name.ts';

const id: JsonSchema = { type: 'string', format: 'uuid' };
const name: JsonSchema = {
  type: ['string', 'null'],
  maxLength: longestViewName,
  description: '`null` for a view that is, or is to be, removed.',
};
const query: JsonSchema = {
  type: 'string',
  maxLength: longestViewQuery,
  description:
    'Of the address of the page of responses, URL-encoded: search, filters, order, columns.',
};

const storedView: JsonSchema = {
  type: 'object',
  properties: {
    id,
    name,
    query,
    by: { type: 'string', description: 'The username of whoever shared it.' },
    email: { type: 'string', description: 'The address of their account, if it is verified.' },
    at: { type: 'string', format: 'date-time', description: 'When it was shared first.' },
  },
  required: ['id', 'name', 'by', 'at'],
};

/** What is sent and returned about shared views. */
export const viewSchemas: { readonly [name: string]: JsonSchema } = {
  view: {
    type: 'object',
    properties: { id, name, query },
    required: ['id', 'name'],
    additionalProperties: false,
  },
  storedView,
  views: {
    type: 'object',
    properties: { items: { type: 'array', maxItems: mostSharedViews, items: storedView } },
    required: ['items'],
  },
};

export const exampleView = {
  id: '018f3c2e-7b1a-7000-8000-0123456789ab',
  name: 'New ones in the north',
  query: 'answer.region=north&sort=-createdAt',
};

export const exampleStoredView = {
  ...exampleView,
  by: 'e2f5a4c0-1111-7000-8000-0123456789ab',
  email: 'olga@example.com',
  at: '2026-01-01T12:00:00.000Z',
};
