import type { Role } from '../roles/role.ts';
import { getOwn } from '../values/own-property.ts';

/**
 * Who may use a route: anyone signed in, those who fill in the form, an entry's own author, or whoever has at least
 * this role in the form. A device that nobody has signed in on may use those of `openRoutes`.
 */
export type Who = 'person' | 'respondent' | 'author' | Role;

export type Route = {
  readonly method: string;
  readonly path: string;
  readonly who: Who;
};

/**
 * The HTTP contract, one row per route. The gateway, the Lambda function and the browser implement it. As in API
 * Gateway, a fixed path segment takes precedence over a parameter: `/{form}/responses` over `/{form}/{id}`.
 */
export const routes = {
  eraseAll: { method: 'DELETE', path: '/me', who: 'person' },
  adopt: { method: 'POST', path: '/me/adoption', who: 'person' },
  ownRoles: { method: 'GET', path: '/me/roles', who: 'person' },
  submit: { method: 'POST', path: '/{form}', who: 'respondent' },
  list: { method: 'GET', path: '/{form}', who: 'person' },
  responses: { method: 'GET', path: '/{form}/responses', who: 'reader' },
  release: { method: 'POST', path: '/{form}/responses/release', who: 'owner' },
  eraseOnHold: { method: 'POST', path: '/{form}/responses/erasure', who: 'owner' },
  review: {
    method: 'POST',
    path: '/{form}/responses/{username}/{id}/reviews',
    who: 'reviewer',
  },
  comment: {
    method: 'POST',
    path: '/{form}/responses/{username}/{id}/comments',
    who: 'reviewer',
  },
  takeBackComment: {
    method: 'DELETE',
    path: '/{form}/responses/{username}/{id}/comments/{comment}',
    who: 'reviewer',
  },
  assign: {
    method: 'POST',
    path: '/{form}/responses/{username}/{id}/assignments',
    who: 'reviewer',
  },
  responseVersions: {
    method: 'GET',
    path: '/{form}/responses/{username}/{id}/versions',
    who: 'reader',
  },
  correct: { method: 'PUT', path: '/{form}/responses/{username}/{id}', who: 'owner' },
  makeInvitations: { method: 'POST', path: '/{form}/invitations', who: 'owner' },
  listInvitations: { method: 'GET', path: '/{form}/invitations', who: 'owner' },
  mailInvitations: { method: 'POST', path: '/{form}/invitations/mails', who: 'owner' },
  setInvitation: { method: 'PUT', path: '/{form}/invitations/{invitation}', who: 'owner' },
  listMembers: { method: 'GET', path: '/{form}/members', who: 'owner' },
  setMember: { method: 'POST', path: '/{form}/members', who: 'owner' },
  listViews: { method: 'GET', path: '/{form}/views', who: 'reader' },
  shareView: { method: 'POST', path: '/{form}/views', who: 'reviewer' },
  verifyAddress: { method: 'POST', path: '/{form}/verification', who: 'respondent' },
  deliveries: { method: 'GET', path: '/{form}/deliveries', who: 'owner' },
  sendAgain: { method: 'POST', path: '/{form}/deliveries/{delivery}/again', who: 'owner' },
  sendTest: { method: 'POST', path: '/{form}/webhooks/{webhook}/test', who: 'owner' },
  seats: { method: 'GET', path: '/{form}/seats', who: 'person' },
  summary: { method: 'GET', path: '/{form}/summary', who: 'reader' },
  read: { method: 'GET', path: '/{form}/{id}', who: 'author' },
  revise: { method: 'PUT', path: '/{form}/{id}', who: 'author' },
  withdraw: { method: 'DELETE', path: '/{form}/{id}', who: 'author' },
  restore: { method: 'POST', path: '/{form}/{id}/restore', who: 'author' },
  versions: { method: 'GET', path: '/{form}/{id}/versions', who: 'author' },
  sendFile: { method: 'POST', path: '/{form}/{id}/files/{file}', who: 'author' },
  confirmFile: { method: 'POST', path: '/{form}/{id}/files/{file}/arrival', who: 'author' },
  openFile: { method: 'GET', path: '/{form}/{id}/files/{file}', who: 'author' },
  openResponseFile: {
    method: 'GET',
    path: '/{form}/responses/{username}/{id}/files/{file}',
    who: 'reader',
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

/** In front of the path of a route without an account: `/open/feedback/018f…`. No form may have this id. */
export const openPrefix = '/open';

/**
 * The routes that also exist without an account. For forms with `access: 'anyone'` the author is the device, by the
 * key in the header `Device-Key`: docs/decisions/0059-open-forms.md. For forms with `access: 'invited'` it is the
 * invitation, by the token in the header `Invitation`: docs/decisions/0063-invitations.md.
 */
export const openRoutes = [
  'eraseAll',
  'submit',
  'list',
  'verifyAddress',
  'seats',
  'read',
  'revise',
  'withdraw',
  'restore',
  'versions',
] as const satisfies readonly RouteName[];

/** The headers that a browser may send, and those it may read. */
export const requestHeaders = [
  'Authorization',
  'Begun-On',
  'Content-Type',
  'Device-Key',
  'Form-Version',
  'Idempotency-Key',
  'If-Match',
  'Invitation',
  'Saved-At',
  'Shield',
];
export const responseHeaders = ['ETag', 'Idempotent-Replayed', 'Retry-After', 'x-amzn-RequestId'];

type Parameters<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Name | keyof Parameters<Rest>]: string }
  : // oxlint-disable-next-line typescript/no-empty-object-type -- the end of the recursion adds no key
    {};

/** `ParametersOf<'read'>` is `{ form: string; id: string }`, read from the path itself. */
export type ParametersOf<Name extends RouteName> = Parameters<(typeof routes)[Name]['path']>;

/** The path of a route, with its parameters filled in: `/pwausers/018f…`. */
export function pathTo<Name extends RouteName>(name: Name, parameters: ParametersOf<Name>): string {
  return routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(getOwn<string>(parameters, key) ?? ''),
  );
}
