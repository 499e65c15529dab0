import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapColours } from './map-colours.ts';
import type { EarthMap } from './earth-map.ts';

/** The browser's own fonts: the map needs no files of letters. */
const font = { 'text-font': ['system-ui', 'sans-serif'] };

/** Only names that have space at this zoom; of those that would overlap, the more important one. */
const names = {
  filter: ['<=', ['get', 'from'], ['zoom']] as ExpressionSpecification,
  layout: {
    ...font,
    'text-field': ['get', 'name'] as ExpressionSpecification,
    'symbol-sort-key': ['get', 'order'] as ExpressionSpecification,
  },
};

/** The Earth as a style, whose last layer has its names placed first: https://maplibre.org/maplibre-style-spec/ */
export function earthStyle(earth: EarthMap, colours: MapColours): StyleSpecification {
  const { water, land, border, country, town, halo } = colours;
  const text = { 'text-halo-color': halo, 'text-halo-width': 1.4 };
  return {
    version: 8,
    sources: {
      land: source(earth.land),
      borders: source(earth.borders),
      countries: source(earth.countries),
      towns: source(earth.towns),
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': water } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': land } },
      {
        id: 'coast',
        type: 'line',
        source: 'land',
        paint: { 'line-color': border, 'line-width': 0.8 },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': border, 'line-width': 1, 'line-dasharray': [3, 2] },
      },
      {
        id: 'towns-dots',
        type: 'circle',
        source: 'towns',
        filter: names.filter,
        paint: {
          'circle-radius': 2.5,
          'circle-color': town,
          'circle-stroke-color': halo,
          'circle-stroke-width': 1,
        },
      },
      {
        id: 'towns',
        type: 'symbol',
        source: 'towns',
        filter: names.filter,
        layout: {
          ...names.layout,
          'text-size': 12,
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.5,
          'text-padding': 3,
        },
        paint: { 'text-color': town, ...text },
      },
      {
        id: 'countries',
        type: 'symbol',
        source: 'countries',
        filter: names.filter,
        layout: { ...names.layout, 'text-size': 13, 'text-max-width': 7, 'text-padding': 6 },
        paint: { 'text-color': country, ...text },
      },
    ],
  };
}

function source(data: EarthMap[keyof EarthMap]) {
  return { type: 'geojson', data, maxzoom: 8, tolerance: 0.2 } as const;
}
