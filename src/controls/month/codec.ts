import type { ControlNamed } from '#core/form/field.ts';
import { isBlank } from '#core/values/blank.ts';
import { westernDigits } from '#core/values/characters.ts';
import { tidyCode } from '#core/values/tidy-text.ts';
import type { Codec } from '../codec.ts';
import { partsValue } from '../question.ts';

/** The month `03` and the year `2026` are the answer `2026-03`. */
export const monthCodec: Codec<ControlNamed<'month'>> = {
  toAnswer(controlValue) {
    const { month = '', year = '' } = partsValue(controlValue);
    if (isBlank(month) && isBlank(year)) return undefined;
    return `${westernDigits(tidyCode(year))}-${month}`;
  },
  fromAnswer(answer) {
    const [year = '', month = ''] = String(answer).split('-');
    return { month, year };
  },
};
