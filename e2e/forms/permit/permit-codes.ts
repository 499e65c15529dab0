import { pattern, text } from '#core/fields/index.ts';
import type { Field } from '#core/form/field.ts';

/** The form that this one follows takes a file here. This one asks for its name. */
export function drawingFile(subject: string): Field<string, true> {
  return text({ label: `Name of the file with ${subject}`, max: 120, example: 'drawing.pdf' });
}

export function blockNumber(label: string): Field<string, true> {
  return pattern({
    label,
    pattern: /\d{4}[A-Z]?/,
    message: 'Enter the block: four digits, with a letter if it has one',
    example: '3512',
  });
}

export function lotNumber(label: string): Field<string, true> {
  return pattern({
    label,
    pattern: /\d{3}[A-Z]?/,
    message: 'Enter the lot: three digits, with a letter if it has one',
    example: '008',
  });
}

export function postcode(label: string): Field<string, true> {
  return pattern({
    label,
    pattern: /\d{5}(-\d{4})?/,
    message: 'Enter the postcode: five digits, like 94103',
    example: '94103',
    digits: true,
    autoComplete: 'postal-code',
  });
}

export function licenceNumber(label: string): Field<string, true> {
  return pattern({
    label,
    pattern: /[A-Z]?\d{5,7}/,
    message: 'Enter the number of the licence: five to seven digits',
    example: 'C12345',
  });
}

export function permitNumber(label: string): Field<string, true> {
  return pattern({
    label,
    pattern: /20\d{2}-\d{4}-\d{4}/,
    message: 'Enter the number of the permit, like 2024-0131-1234',
    example: '2024-0131-1234',
  });
}
