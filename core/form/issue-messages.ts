import type { AddressPart } from './address-part.ts';

/** The limits of a field, and how an answer exceeds them: what a message may mention. */
export type Limits = {
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly whole?: boolean | undefined;
  /** Of the answer itself, in characters: its length, or by how much it is too long. */
  readonly length?: number | undefined;
  readonly over?: number | undefined;
  /** Of an amount: how many decimals it may have. */
  readonly decimals?: number | undefined;
  /** Of a slider: the distance between two numbers. */
  readonly step?: number | undefined;
  /** Of an address: the parts that the issue is about. */
  readonly parts?: readonly AddressPart[] | undefined;
  /** The field's own words for an answer that it refuses. */
  readonly refused?: string | undefined;
};

/** A message for each issue code. `it` is the name of the field: "your first name", or its label in quotes. */
export type IssueMessages = {
  readonly [Code in keyof typeof issueMessages]: (it: string, limits: Limits) => string;
};

export type IssueCode = keyof typeof issueMessages;

/** The English messages, which the API also sends. Other languages have the same keys. */
export const issueMessages = {
  enter: (it) => `Enter ${it}`,
  choose: (it) => `Choose ${it}`,
  unlisted: (it) => `Choose ${it} from the list`,
  'too-few': (it, { min }) => `Choose at least ${min} options for ${it}`,
  'too-many': (it, { max }) =>
    `Choose at most ${max} ${max === 1 ? 'option' : 'options'} for ${it}`,
  'not-alone': (it) => `Choose ${it} again: one of the options excludes all others`,
  'no-text-for-option': (it) => `Say which you mean for ${it}`,
  'every-row': (it) => `Choose an answer in each row of ${it}`,
  'rank-all': (it) => `Choose the order of ${it}`,
  unticked: (statement) => `Tick the box “${statement}” to continue`,
  'no-text': (it) => `Enter ${it} as text`,
  'many-marks': (it) => `Enter ${it} with fewer accents on each letter`,
  damaged: (it) => `Enter ${it} again: some characters cannot be read`,
  'too-short': (it, { min }) => `Enter at least ${min} characters for ${it}`,
  'too-long': (it, { max, length }) =>
    `Shorten ${it} to ${max} characters or fewer: it has ${length}`,
  'too-big': (it, { over }) =>
    `Shorten ${it} by ${over} ${over === 1 ? 'character' : 'characters'}: together, the answers are too long`,
  'no-email': (it) => `Enter ${it} in the correct format, like name@example.com`,
  'no-phone': (it) => `Enter ${it} in the correct format, like 01632 960 001 or +44 808 157 0192`,
  'no-country': (it) => `Enter ${it} with its country code, like +44 808 157 0192`,
  'no-url': (it) => `Enter ${it} in the correct format, like https://example.com/page`,
  insecure: (it) => `Enter ${it} with https:// instead of http://`,
  'no-host': (it) => `Enter ${it} with a domain like example.com, in one alphabet`,
  'no-port': (it) => `Enter ${it} with a port from 1 to 65535`,
  'no-date': (it) => `${capitalized(it)} must be a real date, like 2026-03-31`,
  'too-early': (it, { min }) => `${capitalized(it)} must be on or after ${dayInEnglish(min)}`,
  'too-late': (it, { max }) => `${capitalized(it)} must be on or before ${dayInEnglish(max)}`,
  'no-number': (it, limits) =>
    `Enter ${it} as a ${limits.whole ? 'whole ' : ''}number${rangeText(limits)}${exampleText(limits)}`,
  'two-numbers': (it, { whole }) =>
    `Enter ${it} without thousands separators, like 1234${whole ? '' : ' or 1.234'}`,
  'too-precise': (it, { decimals }) =>
    `Enter ${it} with at most ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`,
  'off-step': (it, { step, min }) => `Enter ${it} in steps of ${step} from ${min}`,
  'no-year': (it, { min, max }) => `Enter ${it} as a year from ${min} to ${max}`,
  'no-time': (it) => `${capitalized(it)} must be a time, like 14:30`,
  'no-month': (it) => `Enter the month and the year of ${it}, like March 2026`,
  'no-date-time': (it) => `Enter the date and the time of ${it}`,
  'before-first': (it, { min }) => `${capitalized(it)} must be ${momentInEnglish(min)} or later`,
  'after-last': (it, { max }) => `${capitalized(it)} must be ${momentInEnglish(max)} or earlier`,
  'too-wordy': (it, { max, length }) => `Shorten ${it} to ${max} words or fewer: it has ${length}`,
  refused: (it, { refused }) => refused ?? `Enter ${it} in the correct format`,
  'no-part': (it, { parts = [] }) =>
    `Enter the ${listed(parts.map((part) => partNames[part]))} of ${it}`,
  'no-address': (it, { parts = [] }) => `Send ${it} as an object of ${listed(parts)}`,
  'no-metadata': (it) => `Leave ${it} out, or send it in the correct format`,
  'no-latitude': (it) => `Enter the latitude of ${it} in degrees, from -90 to 90`,
  'no-longitude': (it) => `Enter the longitude of ${it} in degrees, from -180 to 180`,
  'no-coordinates': (it) =>
    `Enter the latitude of ${it} in degrees, from -90 to 90, and its longitude, from -180 to 180`,
  'no-drawing': (it) => `Send ${it} as GeoJSON, without holes`,
  'no-location': (it) => `Enter the latitude and longitude of ${it}`,
  'few-instances': (it, { min, over }) =>
    over === min ? `Add at least ${min} to ${it}` : `Add ${over} more to ${it}: ${min} are needed`,
  'many-instances': (it, { max, over }) => `Remove ${over} from ${it}: there can be ${max} at most`,
  'no-instances': (it) => `Send ${it} as a list of objects`,
  'no-instance-id': (it) => `Give each object in ${it} an id of its own, a UUID`,
  add: (it) => `Add ${it}`,
  'no-file': (it) => `Send ${it} as a list of files, each with an id of its own`,
  'wrong-file': (it) => `Replace the files of ${it}: one is too large, empty, or of another type`,
  'no-answers': () => 'Send the answers as an object of field names and values',
  unasked: () => 'Remove this: the form does not ask for it',
  changed: () =>
    'The form has changed since you filled it in: check your answers, then send them again',
} satisfies Record<string, (it: string, limits: Limits) => string>;

/** Words the issues that a field finds. */
export const inEnglish = { messages: issueMessages };

/** The name of a field as the beginning of a sentence. */
function capitalized(it: string): string {
  return it.charAt(0).toUpperCase() + it.slice(1);
}

/** `2026-03-31` → 31 March 2026 */
function dayInEnglish(day: Limits['min']): string {
  return new Date(String(day)).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}

/** `2026-03` → March 2026; a time stays as it is. */
function momentInEnglish(moment: Limits['min']): string {
  const text = String(moment);
  return text.includes('-')
    ? new Date(text).toLocaleDateString('en-GB', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      })
    : text;
}

const partNames: { readonly [Part in AddressPart]: string } = {
  line1: 'first line',
  line2: 'second line',
  town: 'town or city',
  region: 'county, state or region',
  postcode: 'postcode',
  country: 'country',
};

/** `a`, `a and b`, `a, b and c` */
function listed(texts: readonly string[]): string {
  return [texts.slice(0, -1).join(', '), ...texts.slice(-1)].filter(Boolean).join(' and ');
}

function rangeText({ min, max }: Limits): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, ${min} or more`;
  if (max !== undefined) return `, ${max} or less`;
  return '';
}

/** An example of a fraction, if the field accepts fractions. */
function exampleText({ min, max, whole }: Limits): string {
  const example = fractionWithin({ min, max, whole });
  return example === undefined ? '' : `, like ${example}`;
}

/** A fraction within the limits, if one of two simple ones is. */
export function fractionWithin({ min, max, whole }: Limits): number | undefined {
  const [from, to] = [Number(min ?? -Infinity), Number(max ?? Infinity)];
  return whole ? undefined : [12.5, 0.5].find((it) => it >= from && it <= to);
}
