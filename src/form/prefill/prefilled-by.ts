import { answerFromLink } from '#core/form/answer-from-link.ts';
import type { Form } from '#core/form/define-form.ts';
import { isBlank } from '#core/values/blank.ts';
import { getOwn } from '#core/values/own-property.ts';
import { toControlValueOf } from '../../controls/codecs.ts';
import type { ControlValues } from '../../drafts/draft.ts';

export type Prefill = {
  /** The value of each control, by field name. */
  readonly values: ControlValues;
  /** The fields for which the link has something that is no answer. */
  readonly refused: readonly string[];
};

/** The fields that a link may fill in. */
export function prefillNames({ fields }: Pick<Form, 'fields'>): readonly string[] {
  return Object.entries(fields).flatMap(([name, { prefill }]) => (prefill ? [name] : []));
}

/** What the parameters of a link fill in. Each goes through the parse of its field. */
export function prefilledBy(form: Pick<Form, 'fields'>, link: URLSearchParams): Prefill {
  const given = prefillNames(form).flatMap((name) => {
    const field = getOwn(form.fields, name);
    const texts = link.getAll(name).filter((it) => !isBlank(it));
    if (!field || texts.length === 0) return [];
    const parsed = field.parse(answerFromLink(field, texts));
    return [[name, parsed.ok ? toControlValueOf(field, parsed.value) : undefined] as const];
  });
  return {
    values: Object.fromEntries(
      given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ),
    refused: given.flatMap(([name, value]) => (value === undefined ? [name] : [])),
  };
}
