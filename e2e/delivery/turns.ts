import { begun } from './mean.ts';
import { between, pick, weighed, type Chance } from './chance.ts';
import { waitingAt, type Place } from './place.ts';
import { discardSomething, erase, restore, withdraw } from './taking-back.ts';
import {
  confide,
  revise,
  submit,
  submitAgain,
  submitAgainOtherwise,
  typeHalf,
  typeOn,
} from './typing.ts';

/** What people do beside filling forms, and how often, for a hundred forms filled. */
const weights = {
  submit: 100,
  'submit again': 8,
  'submit again, otherwise': 6,
  confide: 6,
  revise: 60,
  'type half': 30,
  'type on': 40,
  withdraw: 18,
  restore: 16,
  erase: 8,
  'discard something': 6,
  'carry over': 10,
  'open a tab': 6,
  'lose the network': 8,
  'find the network': 16,
  'have no room': 4,
  'make room': 10,
  'take the new version': 4,
  'change places': 8,
  'leave in the middle': 12,
  die: 10,
};

export type Turn = keyof typeof weights;

export function chooseTurn(chance: Chance): Turn {
  return weighed(chance, weights);
}

export const turns: { readonly [Name in Turn]: (place: Place) => unknown } = {
  submit,
  'submit again': submitAgain,
  'submit again, otherwise': submitAgainOtherwise,
  confide,
  revise,
  'type half': typeHalf,
  'type on': typeOn,
  withdraw,
  restore,
  erase,
  'discard something': discardSomething,

  async 'carry over'(place) {
    const to = pick(place.chance, place.elsewhere);
    const waiting = waitingAt(place);
    if (!to || waiting.length === 0) return;
    for (const { entry, form } of waiting) {
      const taken = begun(place, 'take in', { entry, form });
      place.history.meant.push({ ...taken, device: to.name, saved: true });
    }
    const file = await place.device.tab().outbox.takeOut(waiting);
    void to.tab().outbox.takeIn(file);
  },

  'open a tab': ({ device }) => device.openTab(),
  'lose the network': ({ device }) => void (device.isOnline = false),
  'find the network'({ device }) {
    device.isOnline = true;
    void device.tab().outbox.drain({ anew: true });
  },
  'have no room': ({ device }) => device.fill(),
  'make room': ({ device }) => device.makeRoom(),
  'take the new version': ({ device }) => device.update(),
  'change places'({ device, author }) {
    const other = device.users.find((it) => it.username !== author.username);
    if (other) device.switchTo(other);
  },
  /** As browsers do that keep a page which is left: what it has not written by then, it does not write. */
  'leave in the middle'({ device, chance }) {
    setTimeout(() => device.leave(), between(chance, 0, longestDying));
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
