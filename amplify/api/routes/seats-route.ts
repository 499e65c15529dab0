import { seatsLeft } from '#core/limits/seats-left.ts';
import { ok } from '#core/values/result.ts';
import type { RouteHandler } from '../request-context.ts';

export const readSeats: RouteHandler = async (deps, { form, caller }) => {
  const { username } = caller;
  return ok({ status: 200, body: await seatsLeft(deps, { form, username }) });
};
