import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeds } from '../tools/seeds/events.ts';
import { matching } from '../tools/seeds/matching.ts';
import { signInAs, type Person } from './person.ts';
import { rowsIn } from './rows.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let person: Person;

beforeAll(async () => {
  world = await openWorld();
  person = await signInAs(world.cloud, 'rider@example.com');
});

afterAll(() => world[Symbol.asyncDispose]());

test.each(seeds)(
  '%s: the tutorial’s body, sent by a real person, is answered with its keys and stored',
  async (form, { event, username, answer }) => {
    const response = await person.submit(form, event.body);
    const told = (await response.json()) as Record<string, unknown>;
    expect(response.status).toBe(201);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const ours = Object.entries(answer).map(([key, it]) => [
      key,
      it === username ? person.username : it,
    ]);
    expect(told).toMatchObject(matching(Object.fromEntries(ours)));
    expect(await rowsIn(world.cloud, told['id'])).toMatchObject([
      { username: person.username, answers: JSON.parse(event.body), createdAt: told['createdAt'] },
    ]);
  },
);

test('the unicorn that was told is the one that is stored, with where to fetch the rider', async () => {
  const place = { Latitude: -33.8688, Longitude: 151.2093 };
  const response = await person.submit('ride', { PickupLocation: place });
  const { id, Unicorn } = (await response.json()) as { id: string; Unicorn: object };
  expect(await rowsIn(world.cloud, id)).toMatchObject([
    { answers: { PickupLocation: place }, derived: { Unicorn, Eta: '30 seconds' } },
  ]);
});

test('a forged userId in the address changes nothing, and in the body it is refused', async () => {
  const forged = await person.submit('items?userId=somebody-else', { title: 'Mine' });
  expect(await forged.json()).toMatchObject({ userId: person.username });
  const stuffed = await person.submit('items', { title: 'Mine', userId: 'somebody-else' });
  expect(stuffed.status).toBe(422);
});

test('without a token the gateway answers, and the function is not asked', async () => {
  const before = world.log.length;
  for (const [form, { event }] of seeds) {
    const { method, body } = { method: event.httpMethod, body: event.body };
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(world.cloud.apiUrl + form, { method, headers, body });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: 'Unauthorized' });
  }
  expect(world.log.slice(before).join('\n')).not.toContain('START RequestId');
});
