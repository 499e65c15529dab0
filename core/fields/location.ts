import type { Field, JsonSchema } from '../form/field.ts';
import { isRecord } from '../values/is-record.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired, type AnswerReader } from './make-field.ts';
import { isStorable } from '../values/storable-number.ts';

type LocationOptions = FieldOptions & {
  /**
   * In metres. “Use my location” then waits until the device knows its position this well, or somebody stops it,
   * and the answer also has the accuracy and the altitude that the device gave.
   */
  readonly accuracy?: number;
};

/**
 * A position on Earth, in degrees (WGS 84). How accurate it is and how high, in metres, as far as the device knows:
 * only if the field has `accuracy`, and not for a position that somebody chose on the map or typed.
 */
export type Location = {
  readonly Latitude: number;
  readonly Longitude: number;
  readonly Accuracy?: number;
  readonly Altitude?: number;
};

/** The range of each coordinate. */
export const degrees = {
  Latitude: { min: -90, max: 90 },
  Longitude: { min: -180, max: 180 },
} as const;

/** The range of what a device adds, in metres: half of the Earth's circumference, and the atmosphere. */
export const metres = {
  Accuracy: { min: 0, max: 20_000_000 },
  Altitude: { min: -12_000, max: 100_000 },
} as const;

/** A location, as latitude and longitude. */
export function location<const Options extends LocationOptions>(
  options: Options,
): Field<Location, IsRequired<Options>> {
  const { accuracy }: LocationOptions = options;
  const isMeasured = accuracy !== undefined;
  return makeField(options, {
    control: { is: 'location', ...(isMeasured && { accuracy }) },
    summary: 'locations',
    missing: 'choose',
    read: (value) => readLocation(value, isMeasured),
    jsonSchema: {
      type: 'object',
      properties: {
        Latitude: rangeSchema(degrees.Latitude),
        Longitude: rangeSchema(degrees.Longitude),
        ...(isMeasured && {
          Accuracy: rangeSchema(metres.Accuracy),
          Altitude: rangeSchema(metres.Altitude),
        }),
      },
      required: ['Latitude', 'Longitude'],
      additionalProperties: false,
    },
    example: {
      Latitude: 47.6174755835663,
      Longitude: -122.28837066650185,
      ...(isMeasured && { Accuracy: 12.5, Altitude: 56 }),
    },
    show: ({ Latitude, Longitude, Accuracy }) =>
      `${Latitude}, ${Longitude}${Accuracy === undefined ? '' : ` (± ${Accuracy} m)`}`,
  });
}

function rangeSchema({ min, max }: { readonly min: number; readonly max: number }): JsonSchema {
  return { type: 'number', minimum: min, maximum: max };
}

function readLocation(value: unknown, isMeasured: boolean): ReturnType<AnswerReader<Location>> {
  const { Latitude, Longitude, ...more } = isRecord(value) ? value : {};
  const measures = isMeasured ? Object.keys(metres) : [];
  if (Latitude === undefined || Longitude === undefined) return err('no-location');
  if (!Object.keys(more).every((it) => measures.includes(it))) return err('no-location');
  const isNorth = isWithin(Latitude, degrees.Latitude);
  const isEast = isWithin(Longitude, degrees.Longitude);
  if (!isNorth || !isEast)
    return err(isNorth ? 'no-longitude' : isEast ? 'no-latitude' : 'no-coordinates');
  const { Accuracy, Altitude } = more;
  const isAccurate = Accuracy === undefined || isWithin(Accuracy, metres.Accuracy);
  const isHigh = Altitude === undefined || isWithin(Altitude, metres.Altitude);
  if (!isAccurate || !isHigh) return err('no-location');
  return ok({
    Latitude,
    Longitude,
    ...(Accuracy !== undefined && { Accuracy }),
    ...(Altitude !== undefined && { Altitude }),
  });
}

function isWithin(
  it: unknown,
  { min, max }: { readonly min: number; readonly max: number },
): it is number {
  return typeof it === 'number' && it >= min && it <= max && isStorable(it);
}
