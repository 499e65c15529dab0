import { isRecord } from '#core/values/is-record.ts';
import type { ApiCaller } from '../cloud/api/api-caller.ts';

type Deps = {
  readonly call: ApiCaller;
  readonly deviceKey: () => Promise<string>;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
};

/** Milliseconds between two requests that find nothing: one that this device has sent may still arrive. */
const pauseBetweenRounds = 1000;
/** Empty rounds, after which nothing more is expected. */
const mostEmptyRounds = 10;

const pause = (milliseconds: number) =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

/**
 * Makes the entries that this device has sent without an account those of the author, who is signed in. It can be
 * repeated, and is then done sooner.
 * @returns whether all of them are
 */
export async function adoptOnServer(
  { call, deviceKey, sleep = pause }: Deps,
  author: string,
): Promise<boolean> {
  const headers = { 'Device-Key': await deviceKey() };
  for (let emptyRounds = 0; emptyRounds < mostEmptyRounds;) {
    const replied = await call('adopt', {}, { as: author, headers });
    const { adopted, done } = replied.ok && isRecord(replied.value) ? replied.value : {};
    if (typeof adopted !== 'number') return false;
    if (done === true) return true;
    if (adopted > 0) continue;
    emptyRounds += 1;
    await sleep(pauseBetweenRounds);
  }
  return false;
}
