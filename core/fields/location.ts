import { check, number, pipe, strictObject } from 'valibot';
import type { Why } from '../complaint-words.ts';
import type { Field, Held } from '../field.ts';
import { because, makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { isStorable, numberInText, textOfNumber } from './number.ts';

/** Degrees, WGS 84. */
export type Location = { readonly Latitude: number; readonly Longitude: number };

/** A place on Earth. */
export function location<const Options extends FieldOptions>(
  options: Options,
): Field<Location, IsRequired<Options>> {
  return makeField(options, {
    control: { is: 'location' },
    missing: 'choose',
    schema: strictObject(
      { Latitude: degrees(90, 'no-latitude'), Longitude: degrees(180, 'no-longitude') },
      because('no-place'),
    ),
    jsonSchema: {
      type: 'object',
      properties: {
        Latitude: { type: 'number', minimum: -90, maximum: 90 },
        Longitude: { type: 'number', minimum: -180, maximum: 180 },
      },
      required: ['Latitude', 'Longitude'],
      additionalProperties: false,
    },
    example: { Latitude: 47.6174755835663, Longitude: -122.28837066650185 },
    fromDraft: locationInText,
    toDraft: ({ Latitude, Longitude }) => ({
      Latitude: textOfNumber(Latitude),
      Longitude: textOfNumber(Longitude),
    }),
    show: ({ Latitude, Longitude }) => `${Latitude}, ${Longitude}`,
  });
}

/** Two boxes of text as two numbers; both empty is no answer at all. */
function locationInText(held: Held): unknown {
  if (typeof held !== 'object' || !('Latitude' in held)) return undefined;
  const { Latitude = '', Longitude = '' } = held;
  if (Latitude.trim() === '' && Longitude.trim() === '') return undefined;
  return { Latitude: numberInText(Latitude), Longitude: numberInText(Longitude) };
}

function degrees(limit: number, complaint: Why) {
  return pipe(
    number(complaint),
    check((it) => Math.abs(it) <= limit && isStorable(it), complaint),
  );
}
