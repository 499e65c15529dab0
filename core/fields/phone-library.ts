import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

export type { CountryCode };

/** A number as the numbering plans of the world have it: E.164, and how people write it. */
export type PhoneNumber = {
  /** RFC 3966 without its `tel:`: `+15551234567;ext=11`. */
  readonly stored: string;
  readonly written: string;
};

/**
 * The number in a text, if it is one: all of it, and of a length that its country has. Not whether somebody
 * has it: new ranges are given out faster than any library learns of them.
 */
export function numberIn(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, {
    ...(country && { defaultCountry: country }),
    extract: false,
  });
  if (!number?.isPossible()) return undefined;
  const { number: digits, ext } = number;
  return {
    stored: ext ? `${digits};ext=${ext}` : digits,
    written: number.formatInternational(),
  };
}
