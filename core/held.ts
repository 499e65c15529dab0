import type { Control, Held } from './field.ts';
import { degrees, type Location } from './fields/location.ts';
import { isBlank } from './fields/make-field.ts';
import { numberInText, textOfNumber } from './number-text.ts';

/** What a control holds, as the value to parse: the number in a box of text, for one. */
export function fromHeld(control: Control, held: Held): unknown {
  if (control.is === 'location') return locationInText(held);
  return isOfNumber(control) ? numberInText(held, control.range) : held;
}

/** What a control holds when it shows an answer: the other way round. */
export function toHeld(control: Control, answer: unknown): Held {
  if (control.is !== 'location')
    return isOfNumber(control) ? textOfNumber(answer as number) : (answer as Held);
  const { Latitude, Longitude } = answer as Location;
  return { Latitude: textOfNumber(Latitude), Longitude: textOfNumber(Longitude) };
}

function isOfNumber(control: Control): control is Extract<Control, { readonly is: 'input' }> {
  return control.is === 'input' && control.type === 'number';
}

/** Two boxes of text as two numbers; both empty is no answer at all. */
function locationInText(held: Held): unknown {
  if (typeof held !== 'object' || !('Latitude' in held)) return undefined;
  const { Latitude = '', Longitude = '' } = held;
  if (isBlank(Latitude) && isBlank(Longitude)) return undefined;
  return {
    Latitude: numberInText(Latitude, degrees.Latitude),
    Longitude: numberInText(Longitude, degrees.Longitude),
  };
}
