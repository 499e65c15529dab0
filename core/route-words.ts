import type { ProblemCode } from './problem.ts';
import type { RouteName } from './routes.ts';

/**
 * What each route takes and answers, for those who call it. One row per route of `routes.ts`; the API's
 * description is made of both.
 */
export type RouteWords = {
  readonly summary: string;
  readonly description: string;
  /** Whether the form's answers are the body. */
  readonly takesAnswers?: true;
  readonly headers?: readonly RequestHeader[];
  readonly query?: readonly QueryParameter[];
  /** Which of these cannot be left out. */
  readonly required?: readonly QueryParameter[];
  /** What comes back, by status. */
  readonly answers: { readonly [status: number]: Answer };
  /** The codes of `problem.ts` that may come back instead, beside those every route has. */
  readonly refusals: readonly ProblemCode[];
};

export type Answer = {
  readonly is: 'entry' | 'entries' | 'withdrawn' | 'summary' | 'erased';
  readonly description: string;
  readonly headers?: readonly ResponseHeader[];
};

export type RequestHeader = keyof typeof requestHeaderWords;
export type QueryParameter = keyof typeof queryWords;
export type ResponseHeader = keyof typeof responseHeaderWords;

const uuid = { type: 'string', format: 'uuid' };
const aUuid = '018f3c2e-7b1a-7000-8000-0123456789ab';

export const requestHeaderWords = {
  'Idempotency-Key': {
    description:
      'A UUID you make before the first attempt. Sending again with the same one does nothing twice. Make it a version 7 UUID (RFC 9562): on submit it becomes the entry’s id, and lists that are newest first are in the order of ids.',
    schema: uuid,
    example: aUuid,
    required: false,
  },
  'Form-Version': {
    description: 'The version of the form these answers were given to; today’s when left out.',
    schema: { type: 'integer', minimum: 1 },
    example: 1,
    required: false,
  },
  'If-Match': {
    description: 'The ETag of the version you have seen.',
    schema: { type: 'string' },
    example: '"1"',
    required: true,
  },
} as const;

export const responseHeaderWords = {
  ETag: { description: 'The entry’s version, for If-Match.', schema: { type: 'string' } },
  'Idempotent-Replayed': {
    description: 'Only on an answer that was given before.',
    schema: { const: 'true' },
  },
} as const;

export const queryWords = {
  limit: {
    description: 'At most this many entries.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
  },
  cursor: {
    description: 'From an earlier answer, to go on where it ended.',
    schema: { type: 'string' },
  },
  deleted: {
    description: 'The withdrawn entries instead of the others.',
    schema: { type: 'boolean', default: false },
  },
  permanent: {
    description: 'Erases the answers too. There is no way back.',
    schema: { type: 'boolean', default: false },
  },
  from: {
    description: 'Entries stored on this day or later; days are UTC’s.',
    schema: { type: 'string', format: 'date' },
  },
  to: {
    description: 'Entries stored on this day or earlier.',
    schema: { type: 'string', format: 'date' },
  },
  username: { description: 'Entries of one person.', schema: { type: 'string' } },
  id: { description: 'One entry; together with its username.', schema: uuid },
} as const;

const changed = { is: 'entry', description: 'The entry as it is now.', headers: ['ETag'] } as const;
const changeRefusals: readonly ProblemCode[] = [
  'invalid_parameter',
  'not_found',
  'gone',
  'stale',
  'idempotency_key_reused',
  'version_required',
];

export const routeWords: Readonly<Record<RouteName, RouteWords>> = {
  eraseAll: {
    summary: 'Erase all your entries, for ever',
    description:
      'Erases the answers of everything you have sent, to forms that are there and to those that are no more, and takes nothing from you afterwards: it cannot be undone, and is meant for who removes their account next. Ask again until it is done.',
    query: ['permanent'],
    required: ['permanent'],
    answers: { 200: { is: 'erased', description: 'How many were erased, and whether all are.' } },
    refusals: ['invalid_parameter'],
  },
  submit: {
    summary: 'Submit',
    description:
      'Stores the answers as a new entry. With an Idempotency-Key, which becomes the entry’s id, it may be sent as often as it takes.',
    takesAnswers: true,
    headers: ['Idempotency-Key', 'Form-Version'],
    answers: {
      200: {
        is: 'entry',
        description: 'This was sent before: the same answer again.',
        headers: ['ETag', 'Idempotent-Replayed'],
      },
      201: { is: 'entry', description: 'Stored.', headers: ['ETag'] },
    },
    refusals: [
      'malformed',
      'too_deep',
      'repeated_key',
      'invalid_parameter',
      'gone',
      'too_large',
      'not_json',
      'invalid',
      'form_version_unknown',
      'idempotency_key_reused',
    ],
  },
  list: {
    summary: 'List your own entries',
    description: 'Newest first, a page at a time.',
    query: ['limit', 'cursor', 'deleted'],
    answers: { 200: { is: 'entries', description: 'A page of entries.' } },
    refusals: ['invalid_parameter'],
  },
  read: {
    summary: 'Read one of your own entries',
    description: 'Another person’s entry answers as one that does not exist.',
    answers: { 200: { is: 'entry', description: 'The entry.', headers: ['ETag'] } },
    refusals: ['not_found'],
  },
  revise: {
    summary: 'Revise',
    description:
      'Puts other answers in the place of the entry’s. What the form no longer asks for may be left out, and stays; what is sent as it is stored is taken as it is.',
    takesAnswers: true,
    headers: ['If-Match', 'Idempotency-Key', 'Form-Version'],
    answers: { 200: changed },
    refusals: [
      'malformed',
      'too_deep',
      'repeated_key',
      'too_large',
      'not_json',
      'invalid',
      'form_version_unknown',
      ...changeRefusals,
    ],
  },
  withdraw: {
    summary: 'Withdraw',
    description: 'Takes the entry back. It can be restored for 30 days, unless erased.',
    headers: ['If-Match', 'Idempotency-Key'],
    query: ['permanent'],
    answers: { 200: { is: 'withdrawn', description: 'It is withdrawn.' } },
    refusals: changeRefusals,
  },
  restore: {
    summary: 'Restore',
    description: 'Brings a withdrawn entry back.',
    headers: ['If-Match', 'Idempotency-Key'],
    answers: { 200: changed },
    refusals: changeRefusals,
  },
  responses: {
    summary: 'Read everyone’s entries',
    description:
      'For the form’s owners. Newest first, a page at a time; `username` and `id` together pick one, with the state of its mail.',
    query: ['limit', 'cursor', 'from', 'to', 'username', 'id'],
    answers: { 200: { is: 'entries', description: 'A page of entries.' } },
    refusals: ['forbidden', 'invalid_parameter'],
  },
  summary: {
    summary: 'Sum up everyone’s entries',
    description:
      'For the form’s owners: counts by day and by option, statistics of numbers and how they spread, of the newest 10 000 entries.',
    answers: { 200: { is: 'summary', description: 'The counts.' } },
    refusals: ['forbidden'],
  },
};
