import { setTimeout as wait } from 'node:timers/promises';
import { pwausers as form } from '#forms/pwausers.ts';
import { latestOf } from '../../src/outbox/latest.ts';
import type { Answers } from '../../src/outbox/parcel.ts';
import type { Remembered } from './author.ts';
import { between, pick, weighed, type Chance } from './chance.ts';
import { begun, mean, note } from './mean.ts';
import { changeable, isHere, isKnownHereOnly, restorable, waitingAt, type Place } from './place.ts';

/** What people do beside filling forms, and how often, for a hundred forms filled. */
const weights = {
  submit: 100,
  'submit again': 8,
  'submit again, otherwise': 6,
  revise: 90,
  withdraw: 20,
  restore: 16,
  'discard something': 6,
  'carry over': 10,
  'open a tab': 6,
  'lose the network': 8,
  'find the network': 16,
  'change places': 8,
  die: 10,
};

export type Turn = keyof typeof weights;

export function chooseTurn(chance: Chance): Turn {
  return weighed(chance, weights);
}

export const turns: { readonly [Name in Turn]: (place: Place) => unknown } = {
  async submit(place) {
    const { device, author } = place;
    const id = device.newId();
    const entry = { id, answers: answersOf(place), changes: 0, isWithdrawn: false };
    author.entries.push(entry);
    await mean(place, 'submit', entry, () => device.tab().outbox.submit(form, entry));
  },

  /** The button pressed twice, or the same draft in two tabs. */
  async 'submit again'(place) {
    const entry = pick(place.chance, changeable(place));
    if (!entry || !isHere(place, entry) || entry.changes > 0) return;
    await mean(place, 'submit', entry, () => place.device.tab().outbox.submit(form, entry));
  },

  async 'submit again, otherwise'(place) {
    const entry = pick(place.chance, changeable(place));
    if (!entry || !isHere(place, entry)) return;
    change(entry, answersOf(place));
    await mean(place, 'submit', entry, () => place.device.tab().outbox.submit(form, entry));
  },

  /** As the page for it does: what waits here, else what the server has; and then it is typed for a while. */
  async revise(place) {
    const { device, chance } = place;
    const entry = pick(chance, changeable(place));
    if (!entry) return;
    const { outbox, api } = device.tab();
    const waiting = latestOf(outbox.view().parcels ?? [], entry.id);
    const read = waiting ? undefined : await api.read(form.id, entry.id);
    const base = waiting ?? (read?.ok ? read.value : undefined);
    if (!base) return;
    await wait(between(chance, 0, 400));
    if (entry.isWithdrawn) return;
    change(entry, answersOf(place));
    const draft = { id: device.newId(), answers: entry.answers };
    await mean(place, 'revise', entry, () => device.tab().outbox.revise(form, base, draft));
  },

  async withdraw(place) {
    const entry = pick(place.chance, changeable(place));
    if (!entry) return;
    entry.isWithdrawn = true;
    entry.changes += 1;
    await mean(place, 'withdraw', entry, () => place.device.tab().outbox.withdraw(form, entry));
  },

  async restore(place) {
    const entry = pick(place.chance, restorable(place));
    // What never left is not there to be restored.
    if (!entry || (isKnownHereOnly(place, entry) && !isHere(place, entry))) return;
    entry.isWithdrawn = false;
    entry.changes += 1;
    await mean(place, 'restore', entry, () => place.device.tab().outbox.restore(form, entry));
  },

  /** Given up, and brought back as often as not. */
  async 'discard something'(place) {
    const { chance, device } = place;
    const parcel = pick(chance, waitingAt(place));
    if (!parcel) return;
    await note(place, 'discard', parcel.entry, async () => {
      const { outbox } = device.tab();
      const gone = await outbox.discard(parcel);
      await wait(between(chance, 0, 300));
      if (chance() < 0.5) await outbox.bringBack(gone);
    });
  },

  async 'carry over'(place) {
    const to = pick(place.chance, place.elsewhere);
    const waiting = waitingAt(place);
    if (!to || waiting.length === 0) return;
    for (const { entry } of waiting)
      place.history.meant.push({ ...begun(place, 'take in', entry), device: to.name, saved: true });
    const file = await place.device.tab().outbox.takeOut(waiting);
    void to.tab().outbox.takeIn(file);
  },

  'open a tab': ({ device }) => device.openTab(),
  'lose the network': ({ device }) => void (device.isOnline = false),
  'find the network'({ device }) {
    device.isOnline = true;
    void device.tab().outbox.drain({ anew: true });
  },
  'change places'({ device, author }) {
    const other = device.users.find((it) => it.username !== author.username);
    if (other) device.switchTo(other);
  },
  /** At some moment of what comes next. */
  die({ device, chance, history }) {
    setTimeout(
      () => {
        const { name } = device;
        history.mishaps.push({ at: history.now(), what: `${name} dies`, device: name });
        device.die();
      },
      between(chance, 0, longestDying),
    );
  },
};

/** Milliseconds that may pass between the decision to kill a device and its end. */
export const longestDying = 300;

function change(entry: Remembered, answers: Answers): void {
  entry.answers = answers;
  entry.changes += 1;
}

/** Unlike any that were sent before. */
function answersOf({ chance, device, author }: Place): Answers {
  const source = pick(chance, ['friend', 'search', 'event', 'other', undefined]);
  const fname = `${author.email.split('@')[0]} at ${device.name}`;
  return { fname, lname: device.newId().slice(-12), ...(source && { source }) };
}
