import type { ControlNamed, ControlValue, Field } from '#core/form/field.ts';
import { isRecord } from '#core/values/is-record.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { Codec } from '../codec.ts';
import { instancesValue } from '../question.ts';

/** How the controls inside an instance convert. Passed in, because the list of all codecs has this one. */
type InnerCodec = {
  readonly toAnswer: (field: Field, controlValue: ControlValue) => unknown;
  /** `undefined` if the control cannot show the answer. */
  readonly fromAnswer: (field: Field, answer: unknown) => ControlValue | undefined;
};

/** A list of instances, each with the values of its own controls. */
export function repeatCodec(inner: InnerCodec): Codec<ControlNamed<'repeat'>> {
  return {
    toAnswer: (controlValue, { fields }) =>
      instancesValue(controlValue).map(({ id, values }) => ({
        id,
        ...mapFields(fields, values, (field, it) => inner.toAnswer(field, it)),
      })),
    fromAnswer: (answer, { fields }) =>
      (Array.isArray(answer) ? answer : []).filter(isRecord).map((instance) => ({
        id: String(instance['id']),
        values: mapFields(fields, instance, (field, it) => inner.fromAnswer(field, it)),
      })),
  };
}

/** The values of the fields that have one, converted. */
function mapFields<From, To>(
  fields: { readonly [name: string]: Field },
  from: { readonly [name: string]: From },
  convert: (field: Field, value: From) => To | undefined,
): { readonly [name: string]: To } {
  const converted = Object.entries(fields).flatMap(([name, field]) => {
    const value = getOwn(from, name);
    const now = value === undefined ? undefined : convert(field, value);
    return now === undefined ? [] : [[name, now] as const];
  });
  return Object.fromEntries(converted);
}
