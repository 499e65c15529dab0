import type { ControlNamed } from '#core/form/field.ts';
import { degrees, metres, type Location } from '#core/fields/location.ts';
import { isBlank } from '#core/values/blank.ts';
import type { Codec } from '../codec.ts';
import { numberToText, parseNumberText } from '../number-text.ts';

type Parts = { readonly [Part in keyof Location]?: string };

/** Two text inputs as two numbers, and what the device added to them. */
export const locationCodec: Codec<ControlNamed<'location'>> = {
  toAnswer(controlValue) {
    const { Latitude, Longitude = '', Accuracy, Altitude } = controlValue as Parts;
    if (Latitude === undefined || (isBlank(Latitude) && isBlank(Longitude))) return undefined;
    return {
      Latitude: parseNumberText(Latitude, degrees.Latitude),
      Longitude: parseNumberText(Longitude, degrees.Longitude),
      ...(Accuracy !== undefined && { Accuracy: parseNumberText(Accuracy, metres.Accuracy) }),
      ...(Altitude !== undefined && { Altitude: parseNumberText(Altitude, metres.Altitude) }),
    };
  },
  fromAnswer(answer) {
    const { Latitude, Longitude, Accuracy, Altitude } = answer as Location;
    return {
      Latitude: numberToText(Latitude),
      Longitude: numberToText(Longitude),
      ...(Accuracy !== undefined && { Accuracy: numberToText(Accuracy) }),
      ...(Altitude !== undefined && { Altitude: numberToText(Altitude) }),
    };
  },
};
