import type { RouteName } from '../../../core/api/api-routes.ts';

/** Everyone who calls each route. A north reader sees only the rows of the north. */
export const callers = [
  'nobody',
  'northReader',
  'northReviewer',
  'reader',
  'reviewer',
  'owner',
  'ownerOfAll',
] as const;

export type CallerName = (typeof callers)[number];

/**
 * The outcome of a route for a row of one's own, another row, and a row of another form, in which only the owner of
 * all has a role: the status, and “sees” if the response has the row. Rows of one's own are, for routes of authors,
 * those one has sent; for routes that need a role, those of the north.
 */
type Outcomes = Readonly<Record<CallerName, string>>;

const everyone = (outcomes: string): Outcomes => ({
  nobody: outcomes,
  northReader: outcomes,
  northReviewer: outcomes,
  reader: outcomes,
  reviewer: outcomes,
  owner: outcomes,
  ownerOfAll: outcomes,
});

const refused = '403 | 403 | 403';

/** @param inForm in the form of which they are owners @param elsewhere in another one, for owners of all */
const owners = (inForm: string, elsewhere: string): Outcomes => ({
  ...everyone(refused),
  owner: `${inForm} | ${inForm} | 403`,
  ownerOfAll: `${inForm} | ${inForm} | ${elsewhere}`,
});

/** One row for each route of the API. `roles.test.ts` fails if one is missing. */
export const expectedOutcomes: Readonly<Record<RouteName, Outcomes>> = {
  ownRoles: everyone('200 | 200 | 200'),
  list: everyone('200 sees | 200 | 200'),
  read: everyone('200 sees | 404 | 404'),
  revise: everyone('200 sees | 404 | 404'),
  withdraw: everyone('200 | 404 | 404'),
  restore: everyone('200 sees | 404 | 404'),
  versions: everyone('200 sees | 404 | 404'),
  sendFile: everyone('404 | 404 | 404'),
  confirmFile: everyone('404 | 404 | 404'),
  openFile: everyone('404 | 404 | 404'),
  // It exists without an account alone, and the gateway knows no other.
  verifyAddress: everyone(refused),
  seats: everyone('200 | 200 | 200'),
  responses: {
    nobody: refused,
    northReader: '200 sees | 200 | 403',
    northReviewer: '200 sees | 200 | 403',
    reader: '200 sees | 200 sees | 403',
    reviewer: '200 sees | 200 sees | 403',
    owner: '200 sees | 200 sees | 403',
    ownerOfAll: '200 sees | 200 sees | 200 sees',
  },
  summary: {
    nobody: refused,
    northReader: '200 | 200 | 403',
    northReviewer: '200 | 200 | 403',
    reader: '200 | 200 | 403',
    reviewer: '200 | 200 | 403',
    owner: '200 | 200 | 403',
    ownerOfAll: '200 | 200 | 200',
  },
  openResponseFile: {
    nobody: refused,
    northReader: '404 | 404 | 403',
    northReviewer: '404 | 404 | 403',
    reader: '404 | 404 | 403',
    reviewer: '404 | 404 | 403',
    owner: '404 | 404 | 403',
    ownerOfAll: '404 | 404 | 404',
  },
  review: {
    nobody: refused,
    northReader: refused,
    northReviewer: '201 | 404 | 403',
    reader: refused,
    reviewer: '201 | 201 | 403',
    owner: '201 | 201 | 403',
    ownerOfAll: '201 | 201 | 201',
  },
  comment: {
    nobody: refused,
    northReader: refused,
    northReviewer: '201 | 404 | 403',
    reader: refused,
    reviewer: '201 | 201 | 403',
    owner: '201 | 201 | 403',
    ownerOfAll: '201 | 201 | 201',
  },
  assign: {
    nobody: refused,
    northReader: refused,
    northReviewer: '201 | 404 | 403',
    reader: refused,
    reviewer: '201 | 201 | 403',
    owner: '201 | 201 | 403',
    ownerOfAll: '201 | 201 | 201',
  },
  // There is no such comment.
  takeBackComment: {
    nobody: refused,
    northReader: refused,
    northReviewer: '404 | 404 | 403',
    reader: refused,
    reviewer: '404 | 404 | 403',
    owner: '404 | 404 | 403',
    ownerOfAll: '404 | 404 | 404',
  },
  responseVersions: {
    nobody: refused,
    northReader: '200 sees | 404 | 403',
    northReviewer: '200 sees | 404 | 403',
    reader: '200 sees | 200 sees | 403',
    reviewer: '200 sees | 200 sees | 403',
    owner: '200 sees | 200 sees | 403',
    ownerOfAll: '200 sees | 200 sees | 200 sees',
  },
  // The second owner has not seen what the first one has corrected.
  correct: {
    ...everyone(refused),
    owner: '200 sees | 200 sees | 403',
    ownerOfAll: '412 sees | 412 sees | 200 sees',
  },
  release: owners('200', '200'),
  eraseOnHold: owners('200', '200'),
  makeInvitations: owners('404', '404'),
  listInvitations: owners('404', '404'),
  mailInvitations: owners('404', '404'),
  setInvitation: owners('404', '404'),
  deliveries: owners('200', '200'),
  sendAgain: owners('404', '404'),
  sendTest: owners('404', '404'),
  listMembers: owners('200', '200'),
  setMember: owners('200', '200'),
  listViews: {
    ...everyone('200 | 200 | 403'),
    nobody: refused,
    ownerOfAll: '200 | 200 | 200',
  },
  // One for each caller: nobody changes that of somebody else.
  shareView: {
    ...everyone('200 | 200 | 403'),
    nobody: refused,
    northReader: refused,
    reader: refused,
    ownerOfAll: '200 | 200 | 200',
  },
  submit: everyone('201 sees | 201 sees | 201 sees'),
  adopt: everyone('200 | 200 | 200'),
  eraseAll: everyone('200 | 200 | 200'),
};

/** Of the small copy of a picture in the north, in the south, and in another form. */
export const expectedSmallCopies: Outcomes = {
  nobody: refused,
  northReader: '200 opens | 404 | 403',
  northReviewer: '200 opens | 404 | 403',
  reader: '200 opens | 200 opens | 403',
  reviewer: '200 opens | 200 opens | 403',
  owner: '200 opens | 200 opens | 403',
  ownerOfAll: '200 opens | 200 opens | 200 opens',
};
