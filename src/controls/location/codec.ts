import type { ControlNamed } from '#core/form/field.ts';
import { degrees, type Location } from '#core/fields/location.ts';
import { isBlank } from '#core/values/blank.ts';
import type { Codec } from '../codec.ts';
import { numberToText, parseNumberText } from '../number-text.ts';

type Parts = { readonly [Part in keyof Location]: string };

/** Two text inputs as two numbers. */
export const locationCodec: Codec<ControlNamed<'location'>> = {
  toAnswer(controlValue) {
    const { Latitude, Longitude = '' } = controlValue as Partial<Parts>;
    if (Latitude === undefined || (isBlank(Latitude) && isBlank(Longitude))) return undefined;
    return {
      Latitude: parseNumberText(Latitude, degrees.Latitude),
      Longitude: parseNumberText(Longitude, degrees.Longitude),
    };
  },
  fromAnswer(answer) {
    const { Latitude, Longitude } = answer as Location;
    return { Latitude: numberToText(Latitude), Longitude: numberToText(Longitude) };
  },
};
