import { expect, test } from 'vitest';
import { toApiEntry } from '#core/api/api-entry.ts';
import type { Entry } from '#core/form/entry.ts';
import type { Form } from '#core/form/define-form.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { ride } from './ride.ts';

const asAnyForm: Form = ride;

const seattle = { PickupLocation: { Latitude: 47.6174755835663, Longitude: -122.28837066650185 } };

function anEntry(chance: number): Entry {
  return {
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    form: 'ride',
    formVersion: 1,
    username: 'the_username',
    answers: seattle,
    derived: ride.derive?.(seattle, { random: () => chance }),
    version: 1,
    createdAt: '',
    updatedAt: '',
  };
}

test('the tutorial’s body is accepted, and the whole of it is kept', () => {
  expect(parseAnswers(ride, seattle)).toEqual({ ok: true, value: seattle });
});

test('the receipt has the tutorial’s four keys, in its order', { tags: 'ride-receipt' }, () => {
  expect(JSON.stringify(toApiEntry(ride, anEntry(0)))).toMatch(
    /^\{"RideId":"AY88LnsacACAAAEjRWeJqw","Unicorn":\{"Name":"Angel","Color":"White","Gender":"Female"\},"Eta":"30 seconds","Rider":"the_username",/,
  );
});

test.each([
  [0, 'Angel, your White unicorn, is on her way.'],
  [0.34, 'Gil, your White unicorn, is on his way.'],
  [0.999, 'Rocinante, your Yellow unicorn, is on her way.'],
  [1, 'Angel, your White unicorn, is on her way.'],
])('at chance %d: %s', { tags: 'ride-unicorn-of-three' }, (chance, thanks) => {
  expect(asAnyForm.thanks?.(anEntry(chance))).toBe(thanks);
});

test.each([
  ['no location', {}, 'Choose your pickup location'],
  [
    'half a location',
    { PickupLocation: { Latitude: 1 } },
    'Enter the latitude and longitude of your pickup location',
  ],
])('%s is asked for', { tags: 'ride-location-required' }, (_, body, message) => {
  expect(parseAnswers(ride, body)).toEqual({
    ok: false,
    problem: [{ field: 'PickupLocation', message }],
  });
});
