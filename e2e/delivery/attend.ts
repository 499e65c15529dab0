import { pwausers as form } from '#forms/pwausers.ts';
import { note } from './mean.ts';
import type { Place } from './place.ts';

/** The person looks after what the server would not take: gives it up, saves over it, or sends it anew. */
export async function attend(place: Place): Promise<void> {
  const { device, chance } = place;
  const { outbox } = device.tab();
  const refused = outbox.view().parcels?.find(({ stand }) => stand.is === 'attention');
  if (refused?.stand.is !== 'attention') return;
  const { entry, answers, stand } = refused;
  const { current } = stand.refusal;
  if (chance() < 0.4) return note(place, 'discard', entry, () => outbox.discard(refused));
  return note(place, 'try again', entry, async () =>
    current && answers
      ? outbox.revise(form, current, { id: device.newId(), answers })
      : outbox.tryAgain(refused),
  );
}
