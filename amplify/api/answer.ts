import { may } from '#core/entries/policy.ts';
import { matchRoute, routes, type RouteName } from '#core/routes.ts';
import type { Answer, Deps } from './asked.ts';
import type { Call, Reply } from './call.ts';
import { restored, revised, withdrawn } from './changes.ts';
import { allErased } from './all-erased.ts';
import { found, listed, submitted } from './entries.ts';
import { refusal } from './reply.ts';
import { responded, summarised } from './responses.ts';

/** Every answer the API gives, refusals among them. */
export async function answer(deps: Deps, call: Call): Promise<Reply> {
  const { requestId, caller } = call;
  if (!caller) return refusal({ code: 'unauthorized' }, requestId);
  const route = matchRoute(call.method, call.path);
  if (!route) return refusal({ code: 'not_found' }, requestId);
  const { name, parameters } = route;
  if (name === 'eraseAll') {
    const erased = await allErased(deps, call, caller);
    return erased.ok ? erased.value : refusal(erased.problem, requestId);
  }
  const form = deps.formById(parameters['form'] ?? '');
  if (!form) return refusal({ code: 'not_found' }, requestId);
  if (!may(caller, routes[name].who)) return refusal({ code: 'forbidden' }, requestId);
  const replied = await answers[name](deps, { call, form, caller, parameters });
  return replied.ok ? replied.value : refusal(replied.problem, requestId, { ...deps, form });
}

/** One per route of a form; the compiler sees that none is missing. */
const answers: Record<Exclude<RouteName, 'eraseAll'>, Answer> = {
  submit: submitted,
  list: listed,
  read: found,
  revise: revised,
  withdraw: withdrawn,
  restore: restored,
  responses: responded,
  summary: summarised,
};
