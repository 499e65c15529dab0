import { location } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { shortId } from '#core/values/id.ts';

type Unicorn = { readonly Name: string; readonly Color: string; readonly Gender: string };

const fleet: readonly [Unicorn, ...Unicorn[]] = [
  { Name: 'Angel', Color: 'White', Gender: 'Female' },
  { Name: 'Gil', Color: 'White', Gender: 'Male' },
  { Name: 'Rocinante', Color: 'Yellow', Gender: 'Female' },
];

/** A request to be picked up. The server chooses the unicorn. */
export const ride = defineForm({
  id: 'ride',
  version: 1,
  title: 'Request a unicorn',
  introduction: 'Tell us where you are, and the next free unicorn will pick you up.',
  action: 'Request unicorn',
  fields: { PickupLocation: location({ label: 'Pickup location', noun: 'your pickup location' }) },
  derive: (_, { random }) => ({ Unicorn: freeOne(random()), Eta: '30 seconds' }),
  receipt: ({ id, derived, username }) => ({ RideId: shortId(id), ...derived, Rider: username }),
  receiptLabels: { Eta: 'Arrives in' },
  thanks: ({ derived }) => derived && onTheWay(derived.Unicorn),
  nextStep: 'Please wait where you are.',
});

function freeOne(chance: number): Unicorn {
  return fleet[Math.floor(chance * fleet.length)] ?? fleet[0];
}

function onTheWay({ Name, Color, Gender }: Unicorn): string {
  return `${Name}, your ${Color} unicorn, is on ${Gender === 'Male' ? 'his' : 'her'} way.`;
}
