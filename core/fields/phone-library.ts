import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

export type { CountryCode };

/** A parsed phone number. */
export type PhoneNumber = {
  /** RFC 3966 without its `tel:`: `+15551234567;ext=11`. */
  readonly stored: string;
  /** The international format, for people. */
  readonly written: string;
};

/**
 * Parses a text that is a phone number as a whole, of a length that its country uses. It does not check whether
 * the number is in use: libraries learn of new ranges too late.
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
