import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { earthMapIn } from './earth-map.ts';

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, 'earth-map.json'), 'utf8'),
) as Parameters<typeof earthMapIn>[0];

const english = earthMapIn(file, 'en');
const namesOf = ({ features }: (typeof english)['towns']) =>
  features.map(({ properties }) => properties.name);

test('the land is all on the Earth, and its rings are closed', () => {
  for (const ring of english.land.geometry.coordinates.flat()) {
    expect(ring.length).toBeGreaterThan(3);
    expect(ring.at(-1)).toEqual(ring[0]);
    // Across the 180th meridian a piece of land goes on beyond 180°, Antarctica once around.
    for (const [longitude, latitude] of ring)
      if (Math.abs(longitude) > 540 || Math.abs(latitude) > 90.001)
        expect([longitude, latitude]).toBeUndefined();
  }
});

test('the names are in the language of the page', () => {
  expect(namesOf(english.towns)).toContain('Cairo');
  expect(namesOf(english.countries)).toContain('Egypt');
  const arabic = earthMapIn(file, 'ar-EG');
  expect(namesOf(arabic.towns)).toContain('القاهرة');
  expect(namesOf(arabic.countries)).toContain('مصر');
});

test('each country has a name, and each place one in Arabic letters', () => {
  expect(namesOf(english.countries).filter((it) => /^[A-Z]{2}$/.test(it))).toEqual([]);
  const arabic = namesOf(earthMapIn(file, 'ar').towns);
  expect(arabic.filter((it) => !/^[\u0600-\u06FF ]+$/.test(it))).toEqual([]);
});

test('a browser that does not know a country shows its letters', () => {
  vi.spyOn(Intl.DisplayNames.prototype, 'of').mockReturnValue(undefined);
  expect(namesOf(earthMapIn(file, 'en').countries)).toContain('EG');
  vi.restoreAllMocks();
});
