import { setTimeout as wait } from 'node:timers/promises';
import { formOn } from './asked.ts';
import type { Remembered } from './author.ts';
import { between, pick } from './chance.ts';
import { mean, note } from './mean.ts';
import { changeable, isHere, isKnownHereOnly, restorable, waitingAt, type Place } from './place.ts';

export async function withdraw(place: Place): Promise<void> {
  const { device } = place;
  const entry = pick(place.chance, changeable(place));
  if (!entry) return;
  entry.isWithdrawn = true;
  entry.changes += 1;
  const form = formOn(device, entry.form);
  await mean(place, 'withdraw', entry, () => device.tab().outbox.withdraw(form, entry));
}

export async function restore(place: Place): Promise<void> {
  const { device } = place;
  const entry = pick(place.chance, restorable(place));
  if (!entry || !isAnywhere(place, entry)) return;
  entry.isWithdrawn = false;
  entry.changes += 1;
  const form = formOn(device, entry.form);
  await mean(place, 'restore', entry, () => device.tab().outbox.restore(form, entry));
}

/** What was taken back before it had left is nowhere any more, and no page shows it. */
function isAnywhere(place: Place, entry: Remembered): boolean {
  return isHere(place, entry) || !isKnownHereOnly(place, entry);
}

/** For ever. */
export async function erase(place: Place): Promise<void> {
  const { device, chance } = place;
  // Of these there is most to be found.
  const typed = place.author.halfTyped.filter(
    (it) => it.device === device.name && !it.entry.isErased,
  );
  const entry =
    chance() < 0.5
      ? pick(chance, typed)?.entry
      : pick(chance, [...restorable(place), ...changeable(place)]);
  if (!entry || !isAnywhere(place, entry)) return;
  entry.isErased = true;
  entry.changes += 1;
  const form = formOn(device, entry.form);
  await mean(place, 'erase', entry, () => device.tab().outbox.erase(form, entry));
}

/** Given up, and brought back as often as not. */
export async function discardSomething(place: Place): Promise<void> {
  const { chance, device } = place;
  const parcel = pick(chance, waitingAt(place));
  if (!parcel) return;
  const { entry, form } = parcel;
  await note(place, 'discard', { entry, form }, async () => {
    const { outbox } = device.tab();
    const gone = await outbox.discard(parcel);
    await wait(between(chance, 0, 300));
    if (chance() < 0.5) await outbox.bringBack(gone);
  });
}
