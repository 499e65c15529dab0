import {
  dependsOnRole,
  isOwnerOfAll,
  isWithoutAccount,
  may,
  whyNot,
  type Caller,
} from '#core/api/access-policy.ts';
import { routes, type RouteName } from '#core/api/api-routes.ts';
import { routesLimitingRows } from '#core/api/routes-limiting-rows.ts';
import { matchRoute } from '#core/api/match-route.ts';
import type { Problem } from '#core/api/problem.ts';
import { isOpen, type Form } from '#core/form/define-form.ts';
import { isOver } from '#core/invitations/accept-invited.ts';
import { problemOfLink } from '#core/invitations/revoke.ts';
import type { Member } from '#core/roles/member.ts';
import type { Role } from '#core/roles/role.ts';
import type { OwnRows } from '#core/roles/rows-of-member.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { callerWithoutAccount } from './device-caller.ts';
import { verifyOwner } from './verify-owner.ts';
import { adoptEntries } from './routes/adopt-route.ts';
import type { ApiDeps, CallerHandler, RouteHandler } from './request-context.ts';
import type { ApiRequest, ApiResponse } from './lambda-adapter.ts';
import { listDeliveries, sendDeliveryAgain, sendTest } from './routes/delivery-routes.ts';
import { restoreEntry, reviseEntry, withdrawEntry } from './routes/change-routes.ts';
import { eraseAllEntries } from './routes/erase-all-route.ts';
import { readEntry, listEntries, submitEntry } from './routes/entry-routes.ts';
import { problemResponse } from './http-responses.ts';
import { eraseEntries, releaseEntries } from './routes/on-hold-routes.ts';
import {
  listInvitations,
  mailInvitations,
  makeInvitations,
  setInvitation,
} from './routes/invitation-routes.ts';
import { listMembers, listOwnRoles, setMember } from './routes/member-routes.ts';
import { listResponses, summarizeResponses } from './routes/response-routes.ts';
import { assignResponse } from './routes/assignment-route.ts';
import { commentOnResponse, takeBackOwnComment } from './routes/comment-routes.ts';
import { listSharedViews, shareView } from './routes/view-routes.ts';
import { reviewResponse } from './routes/review-route.ts';
import { verifyTypedAddress } from './routes/verification-route.ts';
import { correctResponse, listOwnVersions, listResponseVersions } from './routes/version-routes.ts';
import { readSeats } from './routes/seats-route.ts';
import {
  confirmArrivedFile,
  openFileOfResponse,
  openOwnFile,
  startFileTransfer,
} from './routes/file-routes.ts';

/** Finds the route and calls its handler. Every response comes from here, including errors. */
export async function routeRequest(deps: ApiDeps, request: ApiRequest): Promise<ApiResponse> {
  const { requestId } = request;
  const found = await callerOf(deps, request);
  if (!found.ok) return problemResponse(found.problem, requestId);
  const caller = found.value;
  const route = matchRoute(request.method, request.path);
  if (!route || route.isOpen !== isForDevices(deps))
    return problemResponse({ code: 'not_found' }, requestId);
  const { name, parameters } = route;
  if (isAboutCaller(name)) {
    if (isOverFor(deps, caller)) return problemResponse({ code: 'invitation_expired' }, requestId);
    const done = await handlersAboutCaller[name](deps, request, caller);
    return done.ok ? done.value : problemResponse(done.problem, requestId);
  }
  const form = deps.formById(parameters['form'] ?? '');
  if (!form || (route.isOpen && !isOpen(form)))
    return problemResponse({ code: 'not_found' }, requestId);
  const allowed = await allow(deps, { name, caller, form });
  if (!allowed.ok) return problemResponse(allowed.problem, requestId);
  const { member, ...role } = allowed.value;
  await verifyOwner(deps, { name, caller, form, member });
  // Answers that were stored before are answered as they were the first time, however late they are sent again.
  if (name !== 'submit' && name !== 'revise' && isOverFor(deps, caller, form))
    return problemResponse({ code: 'invitation_expired' }, requestId);
  const result = await routeHandlers[name](deps, {
    request,
    form,
    caller,
    parameters,
    ...role,
  });
  if (result.ok) return result.value;
  const problem = await problemOfLink(deps, result.problem, caller.invitation);
  return problemResponse(problem, requestId, { ...deps, form });
}

function isForDevices({ serves }: ApiDeps): boolean {
  return serves === 'devices';
}

async function callerOf(deps: ApiDeps, request: ApiRequest): Promise<Result<Caller, Problem>> {
  if (isForDevices(deps)) return callerWithoutAccount(deps, request);
  const { caller } = request;
  return caller && !isWithoutAccount(caller.username) ? ok(caller) : err({ code: 'unauthorized' });
}

/** Whether the personal link of a caller opens nothing any more. */
function isOverFor(
  { now }: ApiDeps,
  { invitation }: Caller,
  form: Pick<Form, 'limits'> = {},
): boolean {
  return isOver({ form, invitation }, now());
}

type Allowed = {
  readonly name: RouteName;
  readonly caller: Caller;
  readonly form: Form;
};

/** What the caller of a route has in the form: their role, and the only rows that they may see, if it is not all. */
type RoleOfCaller = {
  readonly role?: Role | undefined;
  readonly rows?: OwnRows | undefined;
  /** As far as their role depends on it. */
  readonly member?: Member | undefined;
};

/** Whether the caller may use a route, and as whom. */
async function allow(
  { members }: ApiDeps,
  { name, caller, form }: Allowed,
): Promise<Result<RoleOfCaller, Problem>> {
  const { who } = routes[name];
  const member =
    dependsOnRole(caller, who) && caller.email !== undefined
      ? await members.find(form.id, caller.email)
      : undefined;
  if (!may(caller, who, form, member)) return err(whyNot(caller, who));
  if (member?.rows && !routesLimitingRows.has(name)) return err({ code: 'forbidden' });
  return ok({ role: isOwnerOfAll(caller) ? 'owner' : member?.role, rows: member?.rows, member });
}

type AboutCaller = 'eraseAll' | 'adopt' | 'ownRoles';

/** One handler per route that belongs to no form. */
const handlersAboutCaller: Record<AboutCaller, CallerHandler> = {
  eraseAll: eraseAllEntries,
  adopt: adoptEntries,
  ownRoles: listOwnRoles,
};

function isAboutCaller(name: RouteName): name is AboutCaller {
  return Object.hasOwn(handlersAboutCaller, name);
}

/** One handler per route of a form. The compiler reports a missing one. */
const routeHandlers: Record<Exclude<RouteName, AboutCaller>, RouteHandler> = {
  submit: submitEntry,
  list: listEntries,
  read: readEntry,
  revise: reviseEntry,
  withdraw: withdrawEntry,
  restore: restoreEntry,
  versions: listOwnVersions,
  sendFile: startFileTransfer,
  confirmFile: confirmArrivedFile,
  openFile: openOwnFile,
  responses: listResponses,
  openResponseFile: openFileOfResponse,
  summary: summarizeResponses,
  release: releaseEntries,
  eraseOnHold: eraseEntries,
  review: reviewResponse,
  comment: commentOnResponse,
  assign: assignResponse,
  takeBackComment: takeBackOwnComment,
  responseVersions: listResponseVersions,
  correct: correctResponse,
  deliveries: listDeliveries,
  sendAgain: sendDeliveryAgain,
  sendTest,
  seats: readSeats,
  verifyAddress: verifyTypedAddress,
  makeInvitations,
  listInvitations,
  mailInvitations,
  setInvitation,
  listMembers,
  setMember,
  listViews: listSharedViews,
  shareView,
};
