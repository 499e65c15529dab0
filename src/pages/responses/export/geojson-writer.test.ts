import { check } from '@placemarkio/check-geojson';
import { expect, test } from 'vitest';
import { area, line, location, number, repeat, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { exportedText } from '../../../testing/exported-text.ts';
import type { Response } from '../data/response.ts';
import { geoJsonWriter, mappedQuestions } from './geojson-writer.ts';

const form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  fields: {
    name: text({ label: 'Name' }),
    age: number({ label: 'Name', optional: true }),
    site: location({ label: 'Site', accuracy: 10, optional: true }),
    path: line({ label: 'Path', optional: true }),
    plot: area({ label: 'Plot', optional: true }),
    trees: repeat({ label: 'Trees', optional: true, fields: { at: location({ label: 'Where' }) } }),
  },
});

const response = (answers: Response['answers']): Response => ({
  id: '019a0000-0000-7000-8000-000000000001',
  username: 'person-1',
  formVersion: 1,
  version: 1,
  answers,
  derived: undefined,
  createdAt: '2026-11-21T09:41:07.000Z',
  updatedAt: '2026-11-21T09:41:07.000Z',
  receipt: {},
});

/** Read by a validator that somebody else wrote, which throws if it is no GeoJSON. */
async function featuresOf(...some: Response['answers'][]) {
  const read = check(await exportedText(geoJsonWriter(form), some.map(response)));
  if (read.type !== 'FeatureCollection') throw new Error(`It is a ${read.type}.`);
  return read.features;
}

test('each location, line and area is a feature, with the answers of its response', async () => {
  const withTheClock = [
    [0, 0],
    [0, 1],
    [1, 1],
    [0, 0],
  ];
  const features = await featuresOf(
    {
      name: '007',
      age: 5,
      site: { Latitude: -33.9, Longitude: 151.2, Accuracy: 4, Altitude: 12 },
      path: {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      plot: { type: 'Polygon', coordinates: [withTheClock] },
      trees: [{ id: '018f3c2e-7b1a-7000-8000-000000000001', at: { Latitude: 1, Longitude: 2 } }],
    },
    { name: 'Nowhere' },
  );
  expect(features.map(({ geometry }) => geometry)).toEqual([
    { type: 'Point', coordinates: [151.2, -33.9, 12] },
    {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
    { type: 'Polygon', coordinates: [withTheClock.toReversed()] },
    { type: 'Point', coordinates: [2, 1] },
  ]);
  expect(features.map(({ properties }) => properties?.['Question'] as unknown)).toEqual([
    'Site',
    'Path',
    'Plot',
    'Trees: Where',
  ]);
  expect(features[3]?.properties).toMatchObject({
    Name: '007',
    'Name (2)': 5,
    Received: '2026-11-21T09:41:07.000Z',
    Id: '019a0000-0000-7000-8000-000000000001',
  });
});

test('without any location it is an empty collection', async () => {
  expect(await featuresOf({ name: 'Nowhere' })).toEqual([]);
});

test('only questions about somewhere on Earth are on the map', () => {
  expect(mappedQuestions(form).map(({ path }) => path)).toEqual([
    'site',
    'path',
    'plot',
    'trees/at',
  ]);
});

test('a question of the name “Question” is told apart from the one that asked for the feature', async () => {
  const other = defineForm({
    id: 'visit',
    version: 1,
    title: 'Visit',
    action: 'Send',
    fields: { question: text({ label: 'Question' }), site: location({ label: 'Site' }) },
  });
  const answers = { question: 'Why?', site: { Latitude: 1, Longitude: 2 } };
  const file = await exportedText(geoJsonWriter(other), [response(answers)]);
  expect(check(file)).toMatchObject({
    features: [{ properties: { Question: 'Site', 'Question (2)': 'Why?' } }],
  });
});
