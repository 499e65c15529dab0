import type { Field } from '../field.ts';
import { err, ok, type Result } from '../result.ts';
import { westernDigits } from './characters.ts';
import { makeField, type FieldOptions, type IsRequired, type Refused } from './make-field.ts';
import type { CountryCode } from './phone-library.ts';
import { readLine } from './text.ts';

type PhoneOptions = FieldOptions & {
  /** Whose numbers may be written as they are dialled there, such as `GB`. Left out, each has its + and country code. */
  readonly country?: CountryCode;
};

/** ITU-T E.164: at most 15 digits. Seven is the shortest number people give as theirs. */
const stored = /^\+\d{7,15}(;ext=\d{1,10})?$/;

/** More than any spelling of 15 digits and an extension needs. */
const limits = { min: 1, max: 60 };

/** The world's numbering plans are more than the rest of a form: whoever asks for a number loads them. */
let library: typeof import('./phone-library.ts') | undefined;

async function load(): Promise<void> {
  library ??= await import('./phone-library.ts');
}

/** A phone number, written as people write them; kept as E.164, with its extension. */
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

function readNumber(dialled: string, country: CountryCode | undefined): Result<string, Refused> {
  const isAbroad = dialled.startsWith('+');
  if (!isAbroad && !country && /\d{5}/.test(dialled.replace(/\D/g, ''))) return err('no-country');
  const number = library ? library.numberIn(dialled, country)?.stored : plausible(dialled);
  return number !== undefined && (stored.test(number) || (!library && !isAbroad))
    ? ok(number)
    : err('no-phone');
}

/** As the library reads it: without what stands in front of a link, or of a number called from a landline. */
function asDialled(line: string): string {
  return westernDigits(line)
    .replace(/^tel:/i, '')
    .replace(/^\((\+|00)(\d{1,3})\)/, '$1$2')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^00(?=[1-9])/, '+');
}

/** What may be a number, for a page that could not load the library: the function looks again. */
function plausible(dialled: string): string | undefined {
  const [number = '', extension = '', ...more] = dialled
    .replace(/^(\+.*)\(0\)/, '$1')
    .replace(/\s/g, '')
    .split(/;ext=|;|,+|ext\.?|x|#/i);
  const digits = number.replace(/[().\-/]/g, '');
  const isOne = /^\+?\d{7,15}$/.test(digits) && /^\d{0,10}$/.test(extension) && more.length === 0;
  return isOne ? digits + (extension && `;ext=${extension}`) : undefined;
}
