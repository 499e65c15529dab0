/**
 * `node tools/earth-map/make-earth-map.ts` writes the map that the app always has: the land, the borders, and the
 * names of countries and of large towns. The data is Natural Earth's, which is in the public domain, as two
 * packages have it. They are downloaded for this and not installed: the map changes with neither of them.
 * docs/decisions/0052-a-map-that-is-always-there.md
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { earthMapOf, type Countries, type Towns } from './earth-map-of.ts';

const result = resolve(import.meta.dirname, '../../src/controls/location/map/earth-map.json');

/** 1:50 million. */
const countries = {
  name: 'world-atlas@2.0.2',
  integrity:
    'sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==',
  file: 'package/countries-50m.json',
};

/** 1:110 million: capitals, and the largest towns. */
const towns = {
  name: 'globe.gl@2.46.2',
  integrity:
    'sha512-oh5fx/sTVtFa06OrLXxgfZ5TV1xhDzLKw0muc0fxJfpHrvfDNRspGqrgURpEBBYWS7REzQA78vodUrjbpfYoqA==',
  file: 'package/example/datasets/ne_110m_populated_places_simple.geojson',
};

const map = earthMapOf(fileIn(countries) as Countries, fileIn(towns) as Towns);
writeFileSync(result, `${JSON.stringify(map)}\n`);
process.stdout.write(
  `${result}: ${map.land.length} pieces of land, ${map.borders.length} borders, ${map.countries.length} countries, ${map.towns.length} towns\n`,
);

function fileIn({ name, integrity, file }: typeof countries): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-map-'));
  const [archive = ''] = run('npm', ['pack', name, '--silent', '--pack-destination', folder])
    .trim()
    .split('\n')
    .slice(-1);
  const path = join(folder, archive);
  const found = `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`;
  if (found !== integrity) throw new Error(`${name} is not what it was.`);
  const text = run('tar', ['-xzOf', path, file]);
  rmSync(folder, { recursive: true });
  return JSON.parse(text);
}

function run(tool: string, args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
}
