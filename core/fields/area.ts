import type { Field } from '../form/field.ts';
import { areaOf, type Position } from '../values/on-earth.ts';
import { drawnKind, type DrawnOptions } from './drawn-kind.ts';
import { makeField, type IsRequired } from './make-field.ts';

/** As GeoJSON has it, without holes: its ring ends where it begins. */
export type Area = {
  readonly type: 'Polygon';
  readonly coordinates: readonly [ring: readonly Position[]];
};

/** An area on a map, corner by corner, such as a field. It is stored as GeoJSON. */
export function area<const Options extends DrawnOptions>(
  options: Options,
): Field<Area, IsRequired<Options>> {
  const { most = 100 }: DrawnOptions = options;
  // The first corner is listed again at the end.
  const limits = { fewest: 4, most: most + 1 };
  return makeField(options, {
    control: { is: 'drawing', fewest: 3, most, isArea: true },
    ...drawnKind<Area>(
      {
        type: 'Polygon',
        of: (ring) => ({ type: 'Polygon', coordinates: [ring] }),
        listed: (coordinates) =>
          Array.isArray(coordinates) && coordinates.length === 1 && isClosed(coordinates[0])
            ? coordinates[0]
            : undefined,
        schemaOf: (points) => ({ type: 'array', prefixItems: [points], items: false, minItems: 1 }),
        measure: areaOf,
        unit: 'm²',
        label: 'Area (m²)',
        example: [
          [31.2357, 30.0444],
          [31.2402, 30.0459],
          [31.2381, 30.0432],
          [31.2357, 30.0444],
        ],
      },
      limits,
    ),
  });
}

function isClosed(ring: unknown): ring is readonly unknown[] {
  return Array.isArray(ring) && JSON.stringify(ring.at(0)) === JSON.stringify(ring.at(-1));
}
