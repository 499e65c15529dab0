import { toShieldText } from '#core/shield/shield-header.ts';
import { timeOfId } from '#core/values/id.ts';
import type { ChangeToSend } from '../delivery/deliver.ts';
import { solvePuzzle } from './solve-puzzle.ts';

type Deps = { readonly deviceKey: () => Promise<string>; readonly now: () => number };

/**
 * What this device says about how an entry was filled in, for the header `Shield`. An entry's id is made when its form
 * is shown, by the same clock as the time at which it is saved.
 */
export async function shieldOf(
  { deviceKey, now }: Deps,
  { entry, form, savedAt, isHoneypotFilled }: ChangeToSend,
): Promise<string> {
  const day = new Date(now()).toISOString().slice(0, 10);
  const number = await solvePuzzle({ form, entry, deviceKey: await deviceKey(), day });
  const shownAt = timeOfId(entry);
  const seconds =
    savedAt === undefined || shownAt === undefined
      ? undefined
      : Math.floor((Date.parse(savedAt) - shownAt) / 1000);
  return toShieldText({
    ...(number !== undefined && { puzzle: { day, number } }),
    ...(isHoneypotFilled && { isHoneypotFilled }),
    // Not if the clock was set back meanwhile.
    ...(seconds !== undefined && seconds >= 0 && { seconds }),
  });
}
