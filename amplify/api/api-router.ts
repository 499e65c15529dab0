import { may } from '#core/api/access-policy.ts';
import { matchRoute, routes, type RouteName } from '#core/api/api-routes.ts';
import type { RouteHandler, ApiDeps } from './request-context.ts';
import type { ApiRequest, ApiResponse } from './lambda-adapter.ts';
import { restoreEntry, reviseEntry, withdrawEntry } from './routes/change-routes.ts';
import { eraseAllEntries } from './routes/erase-all-route.ts';
import { readEntry, listEntries, submitEntry } from './routes/entry-routes.ts';
import { problemResponse } from './http-responses.ts';
import { listResponses, summarizeResponses } from './routes/response-routes.ts';
import {
  confirmArrivedFile,
  openFileOfResponse,
  openOwnFile,
  startFileTransfer,
} from './routes/file-routes.ts';

/** Finds the route and calls its handler. Every response comes from here, including errors. */
export async function routeRequest(deps: ApiDeps, request: ApiRequest): Promise<ApiResponse> {
  const { requestId, caller } = request;
  if (!caller) return problemResponse({ code: 'unauthorized' }, requestId);
  const route = matchRoute(request.method, request.path);
  if (!route) return problemResponse({ code: 'not_found' }, requestId);
  const { name, parameters } = route;
  if (name === 'eraseAll') {
    const erased = await eraseAllEntries(deps, request, caller);
    return erased.ok ? erased.value : problemResponse(erased.problem, requestId);
  }
  const form = deps.formById(parameters['form'] ?? '');
  if (!form) return problemResponse({ code: 'not_found' }, requestId);
  if (!may(caller, routes[name].who)) return problemResponse({ code: 'forbidden' }, requestId);
  const result = await routeHandlers[name](deps, { request, form, caller, parameters });
  return result.ok ? result.value : problemResponse(result.problem, requestId, { ...deps, form });
}

/** One handler per route of a form. The compiler reports a missing one. */
const routeHandlers: Record<Exclude<RouteName, 'eraseAll'>, RouteHandler> = {
  submit: submitEntry,
  list: listEntries,
  read: readEntry,
  revise: reviseEntry,
  withdraw: withdrawEntry,
  restore: restoreEntry,
  sendFile: startFileTransfer,
  confirmFile: confirmArrivedFile,
  openFile: openOwnFile,
  responses: listResponses,
  openResponseFile: openFileOfResponse,
  summary: summarizeResponses,
};
