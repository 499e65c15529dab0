import type { Form } from '#core/form/define-form.ts';
import type { Metadata } from '#core/form/field.ts';
import { isBlank } from '#core/values/blank.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ControlValues } from '../drafts/draft.ts';

type Values = { readonly [field: string]: string };

/** The values of hidden fields that are in the address of the page: `?source=poster`. Others are not accepted from it. */
export function valuesFromLink({ fields }: Pick<Form, 'fields'>, query: string): Values {
  const parameters = new URLSearchParams(query);
  const given = Object.entries(fields).flatMap(([name, field]) => {
    const { control } = field;
    const value = parameters.get(name);
    const isFromLink = 'from' in control && control.from === 'link';
    return isFromLink && !isBlank(value) && value !== null && field.parse(value).ok
      ? [[name, value] as const]
      : [];
  });
  return Object.fromEntries(given);
}

/** What the app knows when an entry is sent. */
export type Sending = {
  /** The id of its draft, a UUIDv7, which contains the time when it was begun. */
  readonly draft: string;
  readonly now: Date;
  readonly language: string;
  readonly appVersion: string;
};

const sources: { readonly [Of in Metadata]: (sending: Sending) => string | undefined } = {
  started: ({ draft }) => timeInId(draft)?.toISOString(),
  finished: ({ now }) => now.toISOString(),
  language: ({ language }) => language,
  appVersion: ({ appVersion }) => appVersion,
};

/** Metadata that is not there yet: what an earlier attempt to send the same answers has set stays as it is. */
export function missingMetadata(
  { fields }: Pick<Form, 'fields'>,
  controlValues: ControlValues,
  sending: Sending,
): Values {
  const missing = Object.entries(fields).flatMap(([name, { control }]) => {
    if (!('from' in control) || control.from === 'link') return [];
    const value = isBlank(getOwn(controlValues, name)) && sources[control.from](sending);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(missing);
}

/** Blank values for the metadata of an earlier attempt to send: the answers have changed since. */
export function withoutMetadata({ fields }: Pick<Form, 'fields'>): Values {
  const names = Object.entries(fields).flatMap(([name, { control }]) =>
    'from' in control && control.from !== 'link' ? [[name, ''] as const] : [],
  );
  return Object.fromEntries(names);
}

/** @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7 */
function timeInId(id: string): Date | undefined {
  const isVersion7 = /^[\da-f]{8}-[\da-f]{4}-7/i.test(id);
  return isVersion7
    ? new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
    : undefined;
}
