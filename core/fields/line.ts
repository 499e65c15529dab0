import type { Field } from '../form/field.ts';
import { lengthOf, type Position } from '../values/on-earth.ts';
import { drawnKind, type DrawnOptions } from './drawn-kind.ts';
import { makeField, type IsRequired } from './make-field.ts';

/** As GeoJSON has it: https://datatracker.ietf.org/doc/html/rfc7946#section-3.1.4 */
export type Line = { readonly type: 'LineString'; readonly coordinates: readonly Position[] };

/** A line on a map, point by point, such as a path that was walked. It is stored as GeoJSON. */
export function line<const Options extends DrawnOptions>(
  options: Options,
): Field<Line, IsRequired<Options>> {
  const { most = 100 }: DrawnOptions = options;
  const limits = { fewest: 2, most };
  return makeField(options, {
    control: { is: 'drawing', ...limits },
    ...drawnKind<Line>(
      {
        type: 'LineString',
        of: (coordinates) => ({ type: 'LineString', coordinates }),
        listed: (coordinates) => coordinates,
        schemaOf: (points) => points,
        measure: lengthOf,
        unit: 'm',
        label: 'Length (m)',
        example: [
          [31.2357, 30.0444],
          [31.2402, 30.0459],
        ],
      },
      limits,
    ),
  });
}
