import type { Field } from '../form/field.ts';
import { err, ok, type Result } from '../values/result.ts';
import { westernDigits } from '../values/characters.ts';
import { makeField, type FieldOptions, type IsRequired, type ReadIssue } from './make-field.ts';
import type { CountryCode } from './phone-library.ts';
import { readLine } from './text.ts';

type PhoneOptions = FieldOptions & {
  /** Accepts the national format of this country, such as `GB`. Without it, numbers need + and the country code. */
  readonly country?: CountryCode;
};

/** ITU-T E.164 allows at most 15 digits; people’s own numbers have at least 7. */
const stored = /^\+\d{7,15}(;ext=\d{1,10})?$/;

/** Longer than any way of writing 15 digits and an extension. */
const limits = { min: 1, max: 60 };

/** The numbering plans are larger than the rest of a form, so only forms with a phone field load them. */
let library: typeof import('./phone-library.ts') | undefined;

async function load(): Promise<void> {
  library ??= await import('./phone-library.ts');
}

/** A phone number, typed in any common format and stored as E.164, with its extension. */
export function phone<const Options extends PhoneOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { country }: PhoneOptions = options;
  return makeField(options, {
    control: { is: 'input', type: 'tel', autoComplete: 'tel' },
    missing: 'enter',
    limits,
    read: readLine(limits, (line) => readNumber(asDialled(line), country)),
    jsonSchema: { type: 'string', pattern: stored.source },
    example: '+448081570192',
    show: (answer) =>
      library?.numberIn(answer, country)?.written ?? answer.replace(';ext=', ' ext. '),
    load,
  });
}

function readNumber(dialled: string, country: CountryCode | undefined): Result<string, ReadIssue> {
  const isAbroad = dialled.startsWith('+');
  if (!isAbroad && !country && /\d{5}/.test(dialled.replace(/\D/g, ''))) return err('no-country');
  const number = library ? library.numberIn(dialled, country)?.stored : plausible(dialled);
  return number !== undefined && (stored.test(number) || (!library && !isAbroad))
    ? ok(number)
    : err('no-phone');
}

/** Removes what the library does not understand: `tel:`, and international prefixes such as 00. */
function asDialled(line: string): string {
  return westernDigits(line)
    .replace(/^tel:/i, '')
    .replace(/^\((\+|00)(\d{1,3})\)/, '$1$2')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^00(?=[1-9])/, '+');
}

/** A rough check for a page that could not load the library. The server checks again. */
function plausible(dialled: string): string | undefined {
  const [number = '', extension = '', ...more] = dialled
    .replace(/^(\+.*)\(0\)/, '$1')
    .replace(/\s/g, '')
    .split(/;ext=|;|,+|ext\.?|x|#/i);
  const digits = number.replace(/[().\-/]/g, '');
  const isOne = /^\+?\d{7,15}$/.test(digits) && /^\d{0,10}$/.test(extension) && more.length === 0;
  return isOne ? digits + (extension && `;ext=${extension}`) : undefined;
}
