import type { Field, JsonSchema } from '../field.ts';
import { err, ok } from '../result.ts';
import { makeField, type FieldOptions, type IsRequired, type Read } from './make-field.ts';
import { isStorable } from './number.ts';

/** Degrees, WGS 84. */
export type Location = { readonly Latitude: number; readonly Longitude: number };

/** A place on Earth. */
export function location<const Options extends FieldOptions>(
  options: Options,
): Field<Location, IsRequired<Options>> {
  return makeField(options, {
    control: { is: 'location' },
    missing: 'choose',
    read: readLocation,
    jsonSchema: {
      type: 'object',
      properties: {
        Latitude: degreesSchema(90),
        Longitude: degreesSchema(180),
      },
      required: ['Latitude', 'Longitude'],
      additionalProperties: false,
    },
    example: { Latitude: 47.6174755835663, Longitude: -122.28837066650185 },
    show: ({ Latitude, Longitude }) => `${Latitude}, ${Longitude}`,
  });
}

function degreesSchema(limit: number): JsonSchema {
  return { type: 'number', minimum: -limit, maximum: limit };
}

function readLocation(value: unknown): ReturnType<Read<Location>> {
  const given = typeof value === 'object' && value !== null ? value : {};
  if (Object.keys(given).toSorted().join() !== 'Latitude,Longitude') return err('no-place');
  const { Latitude, Longitude } = given as Readonly<Record<keyof Location, unknown>>;
  if (!isDegrees(Latitude, 90)) return err('no-latitude');
  return isDegrees(Longitude, 180) ? ok({ Latitude, Longitude }) : err('no-longitude');
}

function isDegrees(it: unknown, limit: number): it is number {
  return typeof it === 'number' && Math.abs(it) <= limit && isStorable(it);
}
