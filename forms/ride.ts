import { location } from '#core/fields/index.ts';
import { defineForm } from '#core/form.ts';
import { shortId } from '#core/id.ts';

type Unicorn = { readonly Name: string; readonly Color: string; readonly Gender: string };

const fleet: readonly [Unicorn, ...Unicorn[]] = [
  { Name: 'Angel', Color: 'White', Gender: 'Female' },
  { Name: 'Gil', Color: 'White', Gender: 'Male' },
  { Name: 'Rocinante', Color: 'Yellow', Gender: 'Female' },
];

/** Where to be fetched from. Which unicorn comes is for the server to say. */
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
