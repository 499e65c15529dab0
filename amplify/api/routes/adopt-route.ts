import { adopt } from '#core/entries/adopt.ts';
import type { Caller } from '#core/api/access-policy.ts';
import type { Problem } from '#core/api/problem.ts';
import { ok, type Result } from '#core/values/result.ts';
import { deviceCaller } from '../device-caller.ts';
import type { ApiRequest, ApiResponse } from '../lambda-adapter.ts';
import type { ApiDeps } from '../request-context.ts';

/** Makes the entries of a device, sent without an account, those of the person who is signed in on it. */
export async function adoptEntries(
  deps: ApiDeps,
  request: ApiRequest,
  { username }: Caller,
): Promise<Result<ApiResponse, Problem>> {
  const device = deviceCaller(deps, request);
  if (!device.ok) return device;
  const adopted = await adopt(deps, { from: device.value.username, to: username });
  return adopted.ok ? ok({ status: 200, body: adopted.value }) : adopted;
}
