import { degrees, type Location } from '#core/fields/location.ts';
import { parseNumberText } from '../number-text.ts';

/** The texts of two boxes, `Latitude` and `Longitude`. */
export type TypedLocation = { readonly [part: string]: string };

/** The location in two text inputs, if both are valid. */
export function parseTypedLocation({ Latitude = '', Longitude = '' }: TypedLocation) {
  const north = parseNumberText(Latitude, degrees.Latitude);
  const east = parseNumberText(Longitude, degrees.Longitude);
  const isLocation =
    typeof north === 'number' &&
    typeof east === 'number' &&
    Math.abs(north) <= degrees.Latitude.max &&
    Math.abs(east) <= degrees.Longitude.max;
  return isLocation ? ({ Latitude: north, Longitude: east } satisfies Location) : undefined;
}

/** What is typed for a location that was found otherwise. */
export function typedLocation({ Latitude, Longitude }: Location): TypedLocation {
  return { Latitude: String(Latitude), Longitude: String(Longitude) };
}
