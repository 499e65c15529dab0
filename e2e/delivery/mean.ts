import type { Saved } from '../../src/outbox/outbox.ts';
import type { Deed } from '../../src/outbox/parcel.ts';
import type { Remembered } from './author.ts';
import type { Meant } from './history.ts';
import type { Place } from './place.ts';

/** A deed that the entry comes out of as the person means it to be. */
export async function mean(
  place: Place,
  does: Deed,
  { id, form, answers }: Remembered,
  act: () => Saved,
): Promise<void> {
  const said = does === 'submit' || does === 'revise' ? { answers } : {};
  const meant: Meant = { ...begun(place, does, { entry: id, form }), ...said };
  place.history.meant.push(meant);
  meant.saved = (await act()).ok;
}

/** Any other deed. */
export async function note(
  place: Place,
  does: Meant['does'],
  about: Pick<Meant, 'entry' | 'form' | 'answers'>,
  act: () => Promise<unknown>,
): Promise<void> {
  const meant = begun(place, does, about);
  place.history.meant.push(meant);
  await act();
  meant.saved = true;
}

export function begun(
  { device, author, history }: Place,
  does: Meant['does'],
  { entry, form, answers }: Pick<Meant, 'entry' | 'form' | 'answers'>,
): Meant {
  const who = { device: device.name, author: author.username };
  return { at: history.now(), ...who, does, entry, form, ...(answers && { answers }) };
}
