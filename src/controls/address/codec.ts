import type { ControlNamed } from '#core/form/field.ts';
import { isBlank } from '#core/values/blank.ts';
import { isRecord } from '#core/values/is-record.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { Codec } from '../codec.ts';
import { partsValue } from '../question.ts';

/** The boxes that are filled in. */
export const addressCodec: Codec<ControlNamed<'address'>> = {
  toAnswer(controlValue, { parts }) {
    const typed = partsValue(controlValue);
    const filled = parts.flatMap(({ name }) => {
      const text = getOwn(typed, name);
      return isBlank(text) ? [] : [[name, text] as const];
    });
    return filled.length > 0 ? Object.fromEntries(filled) : undefined;
  },
  fromAnswer(answer, { parts }) {
    const given = isRecord(answer) ? answer : {};
    return Object.fromEntries(parts.map(({ name }) => [name, textIn(getOwn(given, name))]));
  },
};

function textIn(part: unknown): string {
  return typeof part === 'string' ? part : '';
}
