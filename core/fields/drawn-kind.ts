import { degrees } from './location.ts';
import type { AnswerReader, FieldOptions } from './make-field.ts';
import type { AnswerColumn, AnswerTexts, JsonSchema } from '../form/field.ts';
import { isRecord } from '../values/is-record.ts';
import type { Position } from '../values/on-earth.ts';
import { err, ok } from '../values/result.ts';
import { isStorable } from '../values/storable-number.ts';

/** Of every kind of field that is drawn on a map. */
export type DrawnOptions = FieldOptions & {
  /** How many points it has at most; 100 by default. */
  readonly most?: number;
};

/** What the points of a drawing are in GeoJSON, and how they are measured. */
type Geometry<Answer> = {
  readonly type: 'LineString' | 'Polygon';
  readonly of: (points: readonly Position[]) => Answer;
  /** The points in the coordinates of a value of unknown origin, as they are listed there. */
  readonly listed: (coordinates: unknown) => unknown;
  readonly schemaOf: (points: JsonSchema) => JsonSchema;
  readonly measure: (points: readonly Position[]) => number;
  /** With its symbol: `m`. */
  readonly unit: string;
  /** The label of the column with the measure. */
  readonly label: string;
  readonly example: readonly Position[];
};

type DrawnLimits = { readonly fewest: number; readonly most: number };

/** What lines and areas have in common. @param limits of the list of points in GeoJSON */
export function drawnKind<Answer extends object>(
  { type, of, listed, schemaOf, measure, unit, label, example }: Geometry<Answer>,
  { fewest, most }: DrawnLimits,
) {
  const pointsOf = (it: unknown) =>
    positionsIn(listed(isRecord(it) ? it['coordinates'] : undefined));
  const read: AnswerReader<Answer> = (value) => {
    if (!isRecord(value) || value['type'] !== type || Object.keys(value).length !== 2)
      return err('no-drawing');
    const points = listed(value['coordinates']);
    if (!Array.isArray(points)) return err('no-drawing');
    if (points.length < fewest)
      return err({ code: 'few-instances', limits: { min: fewest, over: fewest - points.length } });
    if (points.length > most)
      return err({ code: 'many-instances', limits: { max: most, over: points.length - most } });
    const positions = positionsIn(points);
    return positions.length === points.length ? ok(of(positions)) : err('no-drawing');
  };
  const columns: readonly AnswerColumn[] = [
    { label: '', cell: (it) => (isRecord(it) ? JSON.stringify(it) : undefined) },
    { label, cell: (it) => Math.round(measure(pointsOf(it))) },
  ];
  return {
    missing: 'add' as const,
    read,
    jsonSchema: {
      type: 'object',
      properties: {
        type: { const: type },
        coordinates: schemaOf({
          type: 'array',
          minItems: fewest,
          maxItems: most,
          items: {
            type: 'array',
            prefixItems: [rangeSchema(degrees.Longitude), rangeSchema(degrees.Latitude)],
            items: false,
            minItems: 2,
          },
        }),
      },
      required: ['type', 'coordinates'],
      additionalProperties: false,
      description: 'GeoJSON, in degrees (WGS 84).',
    },
    example: of(example),
    columns,
    show: (answer: Answer, texts?: AnswerTexts) => {
      const size = Math.round(measure(pointsOf(answer)));
      return `${texts ? texts.number(size) : size} ${unit}`;
    },
  };
}

function rangeSchema({ min, max }: { readonly min: number; readonly max: number }): JsonSchema {
  return { type: 'number', minimum: min, maximum: max };
}

/** Those that are positions on Earth. */
function positionsIn(list: unknown): readonly Position[] {
  return Array.isArray(list) ? list.filter(isPosition) : [];
}

function isPosition(it: unknown): it is Position {
  if (!Array.isArray(it) || it.length !== 2) return false;
  const [east, north] = it as readonly unknown[];
  return isWithin(east, degrees.Longitude) && isWithin(north, degrees.Latitude);
}

function isWithin(it: unknown, { min, max }: { readonly min: number; readonly max: number }) {
  return typeof it === 'number' && it >= min && it <= max && isStorable(it);
}
