import { merge } from '#core/entries/merge.ts';
import { askedFor, asSentAgain, type Given } from '#core/entries/understood.ts';
import { own } from '#core/own.ts';
import type { Told } from '../../src/cloud/told.ts';
import type { Parcel } from '../../src/outbox/parcel.ts';
import { formOn } from './asked.ts';
import { note } from './mean.ts';
import type { Place } from './place.ts';

/** The person looks after what the server would not take: gives it up, decides between two answers, or sends it anew. */
export async function attend(place: Place): Promise<void> {
  const { device, chance } = place;
  const { outbox } = device.tab();
  const refused = outbox.view().parcels?.find(({ stand }) => stand.is === 'attention');
  if (refused?.stand.is !== 'attention') return;
  const { entry, form, stand } = refused;
  const { current } = stand.refusal;
  if (chance() < 0.4) return note(place, 'discard', { entry, form }, () => outbox.discard(refused));
  return note(place, 'try again', { entry, form }, async () =>
    current && refused.answers ? decide(place, refused, current) : outbox.tryAgain(refused),
  );
}

/** As the page for it does: both have changed these fields, and each is as one of them has it. */
async function decide(
  { device, chance }: Place,
  { entry, form: name, answers = {}, base, formVersion }: Parcel,
  current: Told,
): Promise<unknown> {
  const form = formOn(device, name);
  const inForm = (it: Given) => askedFor(form, asSentAgain(form, it));
  const sides = {
    base: base && inForm({ answers: base, formVersion }),
    mine: inForm({ answers, formVersion }),
    theirs: inForm(current),
  };
  const merged = merge(sides);
  const decided = merged.conflicts
    .map((field) => [field, own(chance() < 0.5 ? sides.mine : sides.theirs, field)] as const)
    .filter(([, answer]) => answer !== undefined);
  return device
    .tab()
    .outbox.revise(
      form,
      { id: entry, version: current.version, answers: sides.theirs },
      { id: device.newId(), answers: { ...merged.answers, ...Object.fromEntries(decided) } },
    );
}
