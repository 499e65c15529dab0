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
  introduction: 'Say where you are. The next free unicorn comes to fetch you.',
  action: 'Request Unicorn',
  fields: { PickupLocation: location({ label: 'Pickup location', noun: 'your pickup location' }) },
  derive: (_, { random }) => ({ Unicorn: freeOne(random()), Eta: '30 seconds' }),
  receipt: ({ id, derived, username }) => ({ RideId: shortId(id), ...derived, Rider: username }),
  thanks: ({ derived }) => derived && onTheWay(derived.Unicorn),
});

function freeOne(chance: number): Unicorn {
  return fleet[Math.floor(chance * fleet.length)] ?? fleet[0];
}

function onTheWay({ Name, Color, Gender }: Unicorn): string {
  return `${Name}, your ${Color} unicorn, is on ${Gender === 'Male' ? 'his' : 'her'} way.`;
}
