import { deviceKeyPattern } from './access-policy.ts';
import { exampleDelivery } from './delivery-schemas.ts';
import type { ProblemCode } from './problem.ts';
import type { RouteName } from './api-routes.ts';

/**
 * Documents the requests and responses of one route. There is one for each route of `api-routes.ts`; the OpenAPI
 * document is made from both.
 */
export type RouteDocs = {
  readonly summary: string;
  readonly description: string;
  /** Whether the request body is the answers to the form. */
  readonly takesAnswers?: true;
  /** Whether it is answers to the form, and why they are corrected. */
  readonly takesCorrection?: true;
  /** Whether the request may name an upload in parts in its body. */
  readonly takesUpload?: true;
  /** Whether the body names entries. */
  readonly takesEntries?: true;
  /** The schema of a body of another kind. */
  readonly takes?:
    | 'peopleToInvite'
    | 'linksToMail'
    | 'revocation'
    | 'review'
    | 'comment'
    | 'assignment'
    | 'member'
    | 'view'
    | 'verification';
  readonly headers?: readonly RequestHeader[];
  readonly query?: readonly QueryParameter[];
  /** The required query parameters. */
  readonly required?: readonly QueryParameter[];
  /** Successful responses, by status. */
  readonly responses: { readonly [status: number]: ResponseDocs };
  /** The problems (see `problem.ts`) that this route can return, besides those that every route can. */
  readonly problems: readonly ProblemCode[];
};

export type ResponseDocs = {
  readonly is:
    | 'entry'
    | 'entries'
    | 'withdrawn'
    | 'summary'
    | 'seats'
    | 'erased'
    | 'adopted'
    | 'released'
    | 'erasedOnHold'
    | 'madeLinks'
    | 'invited'
    | 'mailedLinks'
    | 'invitationState'
    | 'storedReview'
    | 'storedComment'
    | 'storedAssignment'
    | 'versions'
    | 'ownRoles'
    | 'members'
    | 'storedMember'
    | 'views'
    | 'storedView'
    | 'verified'
    | 'deliveries'
    | 'queued'
    | FileResponse;
  readonly description: string;
  readonly headers?: readonly ResponseHeader[];
};

/** The responses of the routes for files, which only forms that ask for files have. */
export type FileResponse = 'fileTransfer' | 'fileArrived' | 'fileLink';

export type RequestHeader = keyof typeof requestHeaderDocs;
export type QueryParameter = keyof typeof queryParameterDocs;
export type ResponseHeader = keyof typeof responseHeaderDocs;

const uuid = { type: 'string', format: 'uuid' };
const aUuid = '018f3c2e-7b1a-7000-8000-0123456789ab';
/** Of an invitation. */
export const examplePosition = `${aUuid}#000`;

export const requestHeaderDocs = {
  'Idempotency-Key': {
    description:
      'A UUID created before the first attempt. Repeating a request with the same key has no further effect. Use version 7 (RFC 9562): on submit it becomes the entry’s id, and lists are ordered by id, newest first.',
    schema: uuid,
    example: aUuid,
    required: false,
  },
  'Form-Version': {
    description:
      'The version of the form that these answers were given to; the current one by default.',
    schema: { type: 'integer', minimum: 1 },
    example: 1,
    required: false,
  },
  'Begun-On': {
    description:
      'The day on which the entry was begun, on the calendar of whoever fills it in: what the form’s conditions and limits call today. The day of the entry’s id by default.',
    schema: { type: 'string', format: 'date' },
    example: '2026-03-31',
    required: false,
  },
  'Saved-At': {
    description:
      'When the answers were saved on the device, by its clock. After a form has closed, answers that were saved before are still accepted for some days, and are marked as late.',
    schema: { type: 'string', format: 'date-time' },
    example: '2026-03-31T17:45:00.000Z',
    required: false,
  },
  'Device-Key': {
    description:
      'What a device is known by without an account: 256 random bits in base64url, made once and kept secret. Only a digest is stored.',
    schema: { type: 'string', pattern: deviceKeyPattern.source },
    example: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
    required: true,
  },
  Invitation: {
    description:
      'The token of a personal link: what follows `#invite=` in it. Its holder reads and changes the one entry that was sent with it.',
    schema: { type: 'string' },
    example: 'WyJ2aXNpdCIsIkFBRUNBd1FGQmdjSUNRb0wiLDE3OTAwMDAwMDBd.AAECAwQFBgcICQoLDA0ODw',
    required: true,
  },
  Shield: {
    description:
      'How an entry without an account was filled in: the solution of its puzzle, and the seconds from when the form was shown until it was saved. Without a solution the entry is stored on hold. docs/decisions/0060-the-shield-of-open-forms.md says how to compute it.',
    schema: { type: 'string' },
    example: 'puzzle=2026-03-31.12345, seconds=40',
    required: false,
  },
  'If-Match': {
    description: 'The ETag of the version that you are changing.',
    schema: { type: 'string' },
    example: '"1"',
    required: true,
  },
} as const;

export const responseHeaderDocs = {
  ETag: { description: 'The entry’s version, for If-Match.', schema: { type: 'string' } },
  'Idempotent-Replayed': {
    description: 'Only on a response that repeats an earlier one.',
    schema: { const: 'true' },
  },
} as const;

const dayOrInstant = {
  type: 'string',
  anyOf: [{ format: 'date' }, { format: 'date-time' }],
} as const;

export const queryParameterDocs = {
  limit: {
    description: 'The maximum number of entries to return.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
  },
  cursor: {
    description: 'The cursor of the previous page, to get the next one.',
    schema: { type: 'string' },
  },
  withdrawn: {
    description: 'Returns withdrawn entries instead of the others.',
    schema: { type: 'boolean', default: false },
  },
  deleted: {
    description: 'The earlier name of `withdrawn`.',
    deprecated: true,
    schema: { type: 'boolean', default: false },
  },
  permanent: {
    description: 'Also erases the answers. This cannot be undone.',
    schema: { type: 'boolean', default: false },
  },
  small: {
    description:
      'Returns the address of the small copy of a picture, in WebP and at most 320 pixels wide and high. Of other files, and of a picture that has just arrived, there is none.',
    schema: { type: 'boolean', default: false },
  },
  from: {
    description: 'Entries stored on this day or later, in UTC, or at this time or later.',
    schema: dayOrInstant,
  },
  to: {
    description: 'Entries stored on this day or earlier, in UTC, or at this time or earlier.',
    schema: dayOrInstant,
  },
  onHold: {
    description:
      'Returns the entries that are on hold instead of the others, each with the reasons: entries without an account that look like an attack, which are no responses until an owner releases them.',
    schema: { type: 'boolean', default: false },
  },
  username: { description: 'Entries from one person.', schema: { type: 'string' } },
  id: { description: 'One entry. Requires username as well.', schema: uuid },
} as const;

const changed = { is: 'entry', description: 'The entry as it is now.', headers: ['ETag'] } as const;
const changeProblems: readonly ProblemCode[] = [
  'invalid_parameter',
  'not_found',
  'gone',
  'stale',
  'idempotency_key_reused',
  'version_required',
];

const uploadProblems: readonly ProblemCode[] = [
  'malformed',
  'too_deep',
  'repeated_key',
  'invalid_parameter',
  'not_found',
  'too_large',
  'not_json',
];

/** Where files are scanned for malware. */
const closedFileProblems: readonly ProblemCode[] = [
  'file_being_checked',
  'file_not_checked',
  'file_has_malware',
];

/** The parameters in paths, by name. */
export const pathParameterDocs = {
  id: { description: 'The entry’s id.', schema: uuid, example: aUuid },
  file: { description: 'The file’s id, as the answers have it.', schema: uuid, example: aUuid },
  comment: { description: 'The comment’s id.', schema: uuid, example: aUuid },
  delivery: {
    description: 'The delivery’s id, as the list has it.',
    schema: { type: 'string' },
    example: exampleDelivery.id,
  },
  webhook: {
    description: 'The webhook’s id.',
    schema: { type: 'string' },
    example: exampleDelivery.webhook,
  },
  invitation: {
    description: 'The position of an invitation, as the list has it.',
    schema: { type: 'string' },
    example: examplePosition,
  },
  username: {
    description: 'Whose entry it is.',
    schema: { type: 'string' },
    example: '5f0c7a52-0000-4000-8000-000000000000',
  },
} as const;

export const routeDocs: Readonly<Record<RouteName, RouteDocs>> = {
  eraseAll: {
    summary: 'Erase all your entries permanently',
    description:
      'Erases the answers in all your entries, including entries of forms that no longer exist, and accepts no more entries from you. This cannot be undone. Use it before you delete your account, and repeat the request until all entries are erased.',
    query: ['permanent'],
    required: ['permanent'],
    responses: {
      200: {
        is: 'erased',
        description: 'How many entries were erased, and whether all of them have been.',
      },
    },
    problems: ['invalid_parameter'],
  },
  adopt: {
    summary: 'Adopt the entries of a device',
    description:
      'Makes the entries that a device has sent without an account your own, and accepts no more from its key. Repeat the request until all entries are adopted.',
    headers: ['Device-Key'],
    responses: {
      200: {
        is: 'adopted',
        description: 'How many entries were adopted, and whether all of them have been.',
      },
    },
    problems: ['invalid_parameter', 'gone'],
  },
  submit: {
    summary: 'Submit',
    description:
      'Stores the answers as a new entry. With an Idempotency-Key, which becomes the entry’s id, it is safe to retry.',
    takesAnswers: true,
    headers: ['Idempotency-Key', 'Form-Version', 'Begun-On', 'Saved-At'],
    responses: {
      200: {
        is: 'entry',
        description: 'Already stored: the first response is repeated.',
        headers: ['ETag', 'Idempotent-Replayed'],
      },
      201: { is: 'entry', description: 'Stored.', headers: ['ETag'] },
    },
    problems: [
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
      'not_open_yet',
      'closed',
      'full',
      'limit_reached',
    ],
  },
  list: {
    summary: 'List your own entries',
    description: 'Newest first, a page at a time.',
    query: ['limit', 'cursor', 'withdrawn', 'deleted'],
    responses: { 200: { is: 'entries', description: 'A page of entries.' } },
    problems: ['invalid_parameter'],
  },
  read: {
    summary: 'Read one of your own entries',
    description: 'An entry of another person is reported as not found.',
    responses: { 200: { is: 'entry', description: 'The entry.', headers: ['ETag'] } },
    problems: ['not_found'],
  },
  revise: {
    summary: 'Revise',
    description:
      'Replaces the entry’s answers. Answers that the form no longer asks for may be left out, and are kept. Stored answers that are sent back unchanged are always accepted.',
    takesAnswers: true,
    headers: ['If-Match', 'Idempotency-Key', 'Form-Version', 'Begun-On', 'Saved-At'],
    responses: { 200: changed },
    problems: [
      'malformed',
      'too_deep',
      'repeated_key',
      'too_large',
      'not_json',
      'invalid',
      'form_version_unknown',
      'not_open_yet',
      'closed',
      'full',
      ...changeProblems,
    ],
  },
  withdraw: {
    summary: 'Withdraw',
    description: 'Withdraws the entry. It can be restored for 30 days, unless it is erased.',
    headers: ['If-Match', 'Idempotency-Key'],
    query: ['permanent'],
    responses: { 200: { is: 'withdrawn', description: 'The entry is withdrawn.' } },
    problems: changeProblems,
  },
  restore: {
    summary: 'Restore',
    description: 'Restores a withdrawn entry, if the form still has room for it.',
    headers: ['If-Match', 'Idempotency-Key'],
    responses: { 200: changed },
    problems: [...changeProblems, 'full', 'limit_reached'],
  },
  versions: {
    summary: 'List what one of your own entries has answered',
    description:
      'The versions of the entry with their answers, newest first, a page at a time, which can be short although another follows. Of the latest 50 changes the version is kept that they replaced. Withdrawing and restoring an entry make no version of this list.',
    query: ['cursor'],
    responses: { 200: { is: 'versions', description: 'A page of versions.' } },
    problems: ['invalid_parameter', 'not_found'],
  },
  sendFile: {
    summary: 'Send a file',
    description:
      'Says where to send the bytes of a file that the entry’s answers refer to: in one PUT, with exactly these headers, or in a PUT for each part, if it has more than 8 MiB. The addresses are valid for a few minutes, and for these bytes alone. Then confirm the file. To continue sending parts, repeat the request with `upload`: it returns the parts that have not arrived.',
    takesUpload: true,
    responses: { 200: { is: 'fileTransfer', description: 'What to send, if anything.' } },
    problems: [...uploadProblems, 'gone', 'file_has_malware'],
  },
  confirmFile: {
    summary: 'Confirm a file',
    description:
      'Send it when the bytes have been sent, with `upload` if there was one. The stored file is compared with what the answers say about it: its size, its checksum, and how a file of its type begins. Keep the bytes until the response says that the file has arrived. A wrong file is deleted, so that it can be sent again.',
    takesUpload: true,
    responses: { 200: { is: 'fileArrived', description: 'The file has arrived.' } },
    problems: [
      ...uploadProblems,
      'gone',
      'file_not_arrived',
      'file_damaged',
      'file_of_other_type',
      'file_has_malware',
    ],
  },
  openFile: {
    summary: 'Download a file of one of your own entries',
    description:
      'Returns an address that is valid for a few minutes. Where files are scanned for malware, there is none until nothing was found.',
    query: ['small'],
    responses: { 200: { is: 'fileLink', description: 'Where the file is.' } },
    problems: ['invalid_parameter', 'not_found', ...closedFileProblems],
  },
  ownRoles: {
    summary: 'Read your own roles',
    description: 'The forms in which you are an owner, a reviewer or a reader.',
    responses: { 200: { is: 'ownRoles', description: 'Your roles.' } },
    problems: [],
  },
  listMembers: {
    summary: 'List who has a role',
    description:
      'For the form’s owners. People in the group `owners` have all roles, and are not listed.',
    responses: { 200: { is: 'members', description: 'Everyone with a role in this form.' } },
    problems: ['forbidden'],
  },
  setMember: {
    summary: 'Give somebody a role',
    description:
      'For the form’s owners. Instead of the role they had; `null` takes it away. `rows` shows a reader or a reviewer only the responses that answer a question with one of some values. It is safe to retry.',
    takes: 'member',
    responses: { 200: { is: 'storedMember', description: 'The role they have now.' } },
    problems: ['forbidden', 'full', ...uploadProblems],
  },
  listViews: {
    summary: 'List shared views',
    description:
      'For the form’s readers. What reviewers and owners have named and share: a search, filters, an order and columns. Whoever opens one sees the responses that they may see.',
    responses: { 200: { is: 'views', description: 'In the order in which they were shared.' } },
    problems: ['forbidden'],
  },
  shareView: {
    summary: 'Share a view',
    description:
      'For the form’s reviewers: shares a view under a UUID that you make. Whoever shared it, and owners, rename it by sending it again, and remove it with `null` as its name. It is safe to retry.',
    takes: 'view',
    responses: { 200: { is: 'storedView', description: 'The view as it is now.' } },
    problems: ['forbidden', 'full', ...uploadProblems],
  },
  responses: {
    summary: 'Read everyone’s entries',
    description:
      'For the form’s readers. Newest first, a page at a time. Who may see some rows only can get a page that is short or empty although another follows. `username` and `id` together select one entry, with the state of its mail, its reviews, its comments, and whom it was and can be assigned to.',
    query: ['limit', 'cursor', 'from', 'to', 'onHold', 'username', 'id'],
    responses: { 200: { is: 'entries', description: 'A page of entries.' } },
    problems: ['forbidden', 'invalid_parameter'],
  },
  release: {
    summary: 'Release entries on hold',
    description:
      'For the form’s owners. Makes entries on hold responses like the others. Entries that are not on hold stay as they are, so it is safe to retry.',
    takesEntries: true,
    responses: { 200: { is: 'released', description: 'How many of them were on hold.' } },
    problems: ['forbidden', ...uploadProblems],
  },
  eraseOnHold: {
    summary: 'Erase entries on hold',
    description:
      'For the form’s owners. Erases the answers in entries on hold, which cannot be undone. Other entries stay as they are.',
    takesEntries: true,
    responses: { 200: { is: 'erasedOnHold', description: 'How many of them were on hold.' } },
    problems: ['forbidden', ...uploadProblems],
  },
  review: {
    summary: 'Review a response',
    description:
      'For the form’s reviewers. Approves or rejects an entry, or sends it back to its author, who sees the note, but not whose it is. Says which version of the entry was seen; once there is a newer one, the entry counts as edited. The entry’s version stays, so a review never conflicts with a change of the author, and of several reviews all are kept: the last one about the newest version counts.',
    headers: ['Idempotency-Key'],
    takes: 'review',
    responses: {
      200: {
        is: 'storedReview',
        description: 'Already stored: the first response is repeated.',
        headers: ['Idempotent-Replayed'],
      },
      201: { is: 'storedReview', description: 'Stored.' },
    },
    problems: ['forbidden', ...uploadProblems, 'gone', 'idempotency_key_reused'],
  },
  comment: {
    summary: 'Comment on a response',
    description:
      'For the form’s reviewers. Whoever has a role in the form reads it with the response; its author never does. Says which version of the entry was seen. The entry’s version stays.',
    headers: ['Idempotency-Key'],
    takes: 'comment',
    responses: {
      200: {
        is: 'storedComment',
        description: 'Already stored: the first response is repeated.',
        headers: ['Idempotent-Replayed'],
      },
      201: { is: 'storedComment', description: 'Stored.' },
    },
    problems: ['forbidden', ...uploadProblems, 'gone', 'full', 'idempotency_key_reused'],
  },
  takeBackComment: {
    summary: 'Take back a comment',
    description:
      'For whoever wrote it, if they are a reviewer still, and for the form’s owners. Its text is overwritten; who wrote it and who took it back stays. Taking it back again changes nothing.',
    responses: { 200: { is: 'storedComment', description: 'The comment, without its text.' } },
    problems: ['forbidden', 'not_found'],
  },
  assign: {
    summary: 'Assign a response',
    description:
      'For the form’s reviewers. To an owner or a reviewer of the form who may see it, by address, or to nobody. What is stored last counts; a request that is repeated later changes nothing, and says in `now` whom the entry is assigned to. The entry’s version stays, and its author learns nothing.',
    headers: ['Idempotency-Key'],
    takes: 'assignment',
    responses: {
      200: {
        is: 'storedAssignment',
        description: 'Already stored: nothing has changed.',
        headers: ['Idempotent-Replayed'],
      },
      201: { is: 'storedAssignment', description: 'Stored.' },
    },
    problems: ['forbidden', ...uploadProblems, 'gone', 'idempotency_key_reused'],
  },
  responseVersions: {
    summary: 'List what an entry has answered',
    description:
      'For the form’s readers. As for one’s own entries, with who corrected it. Who may see some rows only sees those versions that are among them.',
    query: ['cursor'],
    responses: { 200: { is: 'versions', description: 'A page of versions.' } },
    problems: ['forbidden', 'invalid_parameter', 'not_found'],
  },
  correct: {
    summary: 'Correct a response',
    description:
      'For the form’s owners. Replaces the answers of anybody’s entry, as a revision by its author does, also once the form is closed. The author sees the reason, but not whose it is, and the answers before it in the entry’s versions.',
    takesCorrection: true,
    headers: ['If-Match', 'Idempotency-Key', 'Form-Version', 'Begun-On'],
    responses: { 200: changed },
    problems: [
      'forbidden',
      ...uploadProblems,
      'invalid',
      'form_version_unknown',
      'full',
      ...changeProblems,
    ],
  },
  makeInvitations: {
    summary: 'Invite people',
    description:
      'For the form’s owners. Makes a personal link for each of up to 100 people, in their order: the address of the form with `#invite=` and the token. The tokens are not stored: repeat the request with the same Idempotency-Key to get them again. `values` are answers that the link gives, which whoever opens it cannot change.',
    headers: ['Idempotency-Key'],
    takes: 'peopleToInvite',
    responses: { 201: { is: 'madeLinks', description: 'The links.' } },
    problems: ['forbidden', ...uploadProblems],
  },
  listInvitations: {
    summary: 'List who was invited',
    description:
      'For the form’s owners. In the order in which they were invited, a page at a time, and whether they have answered. Names and addresses are deleted 90 days after the link has expired.',
    query: ['limit', 'cursor'],
    responses: { 200: { is: 'invited', description: 'A page of invitations.' } },
    problems: ['forbidden', 'invalid_parameter'],
  },
  mailInvitations: {
    summary: 'Mail links',
    description:
      'For the form’s owners. Sends up to 100 invitations, each to its address, unless it was answered, was revoked or has expired. The first mail and a reminder are the same. At most one a day for each invitation.',
    takes: 'linksToMail',
    responses: { 200: { is: 'mailedLinks', description: 'How many mails will be sent.' } },
    problems: ['forbidden', ...uploadProblems],
  },
  setInvitation: {
    summary: 'Revoke a link',
    description:
      'For the form’s owners. With a link that is revoked nothing can be sent, until it is allowed again. A link with which an entry was sent cannot be revoked, unless the entry is withdrawn. Repeating the request changes nothing.',
    takes: 'revocation',
    responses: { 200: { is: 'invitationState', description: 'What became of the link.' } },
    problems: ['forbidden', ...uploadProblems, 'invitation_used'],
  },
  openResponseFile: {
    summary: 'Download a file of an entry',
    description:
      'For the form’s readers. Returns an address that is valid for a few minutes. Where files are scanned for malware, there is none until nothing was found.',
    query: ['small'],
    responses: { 200: { is: 'fileLink', description: 'Where the file is.' } },
    problems: ['forbidden', 'invalid_parameter', 'not_found', ...closedFileProblems],
  },
  deliveries: {
    summary: 'List what webhooks were sent',
    description:
      'For the form’s owners. The webhooks of the form, and what they were sent or will be, newest first, a page at a time. docs/webhooks.md has the outcomes.',
    query: ['limit', 'cursor'],
    responses: { 200: { is: 'deliveries', description: 'A page of deliveries.' } },
    problems: ['forbidden', 'invalid_parameter'],
  },
  sendAgain: {
    summary: 'Send an event again',
    description:
      'For the form’s owners. Sends the same message again, with the same id, and tries as often as the first time.',
    responses: { 200: { is: 'queued', description: 'It will be sent.' } },
    problems: ['forbidden', 'not_found'],
  },
  sendTest: {
    summary: 'Send a test to a webhook',
    description:
      'For the form’s owners. Sends a message of the type `test`, which is about no entry.',
    responses: { 200: { is: 'queued', description: 'It will be sent.' } },
    problems: ['forbidden', 'not_found'],
  },
  verifyAddress: {
    summary: 'Verify an address',
    description:
      'For whoever got a mail at the address that was typed into an entry, on any device. The token is what follows `#verify=` in the link, and is valid for a week. The confirmation of the entry is then sent, once. Repeating the request changes nothing.',
    takes: 'verification',
    responses: { 200: { is: 'verified', description: 'The address is verified.' } },
    problems: [...uploadProblems, 'verification_invalid', 'verification_expired', 'gone'],
  },
  seats: {
    summary: 'Read how much room is left',
    description:
      'When the form opens and closes, and of each of its limits how much is taken. Only a hint: others may be faster.',
    responses: { 200: { is: 'seats', description: 'The limits of the form.' } },
    problems: [],
  },
  summary: {
    summary: 'Get statistics about everyone’s entries',
    description:
      'For the form’s readers: counts by day and by option, and statistics and histograms of numbers, for the newest 10 000 entries.',
    responses: { 200: { is: 'summary', description: 'The counts.' } },
    problems: ['forbidden'],
  },
};
