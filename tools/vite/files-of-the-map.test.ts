import { expect, test } from 'vitest';
import { withoutMap, withoutUnusedMap } from './files-of-the-map.ts';

const app = ['index.html', 'assets/index-B5TW2xL.js', 'assets/location-C3Y92YEi.js'];
const map = [
  'assets/earth-map-C6u6TZIq.json',
  'assets/ground-B0cGMFMY.js',
  'assets/ground-CbLf96iq.css',
  'assets/maplibre-gl-BksC4gjh.js',
  'assets/maplibre-gl-worker-DEN8jlRv.js',
];
const entries = (urls: readonly string[]) => urls.map((url) => ({ url }));

test('an app whose forms ask for no location is installed without the map', () => {
  expect(withoutMap(entries([...app, ...map]))).toEqual(entries(app));
});

test('one with a form that asks for a location, as ours, has it without a network', async () => {
  const all = entries([...app, ...map]);
  expect((await withoutUnusedMap([...all])).manifest).toEqual(all);
});
