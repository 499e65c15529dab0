import type { Field, JsonSchema, Metadata } from '../form/field.ts';
import { isCalendarDate } from '../values/calendar-date.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions } from './make-field.ts';

type MetadataOptions = Pick<FieldOptions, 'label'> & {
  /**
   * When the form was begun (`started`), when it was sent or saved for sending (`finished`), the `language` it
   * was shown in, or the version of the app (`appVersion`).
   */
  readonly of: Metadata;
};

type Kind = { readonly isOne: (text: string) => boolean; readonly jsonSchema: JsonSchema };

const instant: Kind = {
  isOne: (text) =>
    /^\d{4}-\d\d-\d\dT([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{3})?Z$/.test(text) &&
    isCalendarDate(text.slice(0, 10)),
  jsonSchema: { type: 'string', format: 'date-time' },
};

const language = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;
const appVersion = /^[\w.+-]{1,40}$/;

const kinds: { readonly [Of in Metadata]: Kind & { readonly example: string } } = {
  started: { ...instant, example: '2026-03-31T12:30:00.000Z' },
  finished: { ...instant, example: '2026-03-31T12:34:56.000Z' },
  language: {
    isOne: (text) => language.test(text),
    jsonSchema: { type: 'string', pattern: language.source },
    example: 'en',
  },
  appVersion: {
    isOne: (text) => appVersion.test(text),
    jsonSchema: { type: 'string', pattern: appVersion.source },
    example: '1.4.0',
  },
};

/** What the app knows by itself about how a form was filled in. Nobody is asked for it. */
export function metadata({ label, of }: MetadataOptions): Field<string, false> {
  const { isOne, jsonSchema, example } = kinds[of];
  return makeField<string, { label: string; optional: true }>(
    { label, optional: true },
    {
      control: { is: 'hidden', from: of },
      missing: 'enter',
      read: (value) => (typeof value === 'string' && isOne(value) ? ok(value) : err('no-metadata')),
      jsonSchema,
      example,
    },
  );
}
