import type { Saved } from '../../src/outbox/outbox.ts';
import type { Deed } from '../../src/outbox/parcel.ts';
import type { Remembered } from './author.ts';
import type { Meant } from './history.ts';
import type { Place } from './place.ts';

/** A deed that the entry comes out of as the person means it to be. */
export async function mean(
  place: Place,
  does: Deed,
  { id, answers }: Remembered,
  act: () => Saved,
): Promise<void> {
  const said = does === 'submit' || does === 'revise' ? { answers } : {};
  const meant: Meant = { ...begun(place, does, id), ...said };
  place.history.meant.push(meant);
  meant.saved = (await act()).ok;
}

/** Any other deed. */
export async function note(
  place: Place,
  does: Meant['does'],
  entry: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const meant = begun(place, does, entry);
  place.history.meant.push(meant);
  await act();
  meant.saved = true;
}

export function begun(
  { device, author, history }: Place,
  does: Meant['does'],
  entry: string,
): Meant {
  return { at: history.now(), device: device.name, author: author.username, does, entry };
}
