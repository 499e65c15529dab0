import type { Field, JsonSchema } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired, type AnswerReader } from './make-field.ts';
import { isStorable } from '../values/storable-number.ts';

/** A position on Earth, in degrees (WGS 84). */
export type Location = { readonly Latitude: number; readonly Longitude: number };

/** The range of each coordinate. */
export const degrees = {
  Latitude: { min: -90, max: 90 },
  Longitude: { min: -180, max: 180 },
} as const;

/** A location, as latitude and longitude. */
export function location<const Options extends FieldOptions>(
  options: Options,
): Field<Location, IsRequired<Options>> {
  return makeField(options, {
    control: { is: 'location' },
    summary: 'locations',
    missing: 'choose',
    read: readLocation,
    jsonSchema: {
      type: 'object',
      properties: {
        Latitude: degreesSchema(degrees.Latitude),
        Longitude: degreesSchema(degrees.Longitude),
      },
      required: ['Latitude', 'Longitude'],
      additionalProperties: false,
    },
    example: { Latitude: 47.6174755835663, Longitude: -122.28837066650185 },
    show: ({ Latitude, Longitude }) => `${Latitude}, ${Longitude}`,
  });
}

function degreesSchema({ min, max }: { readonly min: number; readonly max: number }): JsonSchema {
  return { type: 'number', minimum: min, maximum: max };
}

function readLocation(value: unknown): ReturnType<AnswerReader<Location>> {
  const given = typeof value === 'object' && value !== null ? value : {};
  if (Object.keys(given).toSorted().join() !== 'Latitude,Longitude') return err('no-location');
  const { Latitude, Longitude } = given as Readonly<Record<keyof Location, unknown>>;
  const isNorth = isDegrees(Latitude, 'Latitude');
  const isEast = isDegrees(Longitude, 'Longitude');
  if (isNorth && isEast) return ok({ Latitude, Longitude });
  return err(isNorth ? 'no-longitude' : isEast ? 'no-latitude' : 'no-coordinates');
}

function isDegrees(it: unknown, part: keyof Location): it is number {
  return typeof it === 'number' && Math.abs(it) <= degrees[part].max && isStorable(it);
}
