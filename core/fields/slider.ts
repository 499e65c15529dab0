import type { Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { isStorable } from '../values/storable-number.ts';
import { narrowerLimits } from './narrower-limits.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { withUnit } from './number.ts';

type SliderOptions = FieldOptions & {
  /** The number at the start; 0 by default. */
  readonly min?: number;
  /** The number at the end; 100 by default. */
  readonly max?: number;
  /** The distance between two numbers that can be chosen; 1 by default. */
  readonly step?: number;
  /** Shown beside the number, such as `km`. */
  readonly unit?: string;
  /** What the two ends mean: `['No pain', 'The worst pain']`. */
  readonly ends?: readonly [low: string, high: string];
};

/** A number that is chosen by sliding, or typed. Nothing is chosen at first. */
export function slider<const Options extends SliderOptions>(
  options: Options,
): Field<number, IsRequired<Options>> {
  const { min = 0, max = 100, step = 1, unit, ends }: SliderOptions = options;
  const isWhole = Number.isInteger(step) && Number.isInteger(min);
  return makeField(options, {
    control: { is: 'slider', min, max, step, ...(unit && { unit }), ...(ends && { ends }) },
    summary: 'numbers',
    missing: 'choose',
    limits: { min, max, whole: isWhole, step },
    read: (value) => {
      const isNumber = typeof value === 'number' && isStorable(value);
      if (!isNumber || value < min || value > max) return err('no-number');
      return nearestStep(value, { min, step }) === value ? ok(value) : err('off-step');
    },
    jsonSchema: {
      type: isWhole ? 'integer' : 'number',
      minimum: min,
      maximum: max,
      ...(isWhole && min % step === 0
        ? { multipleOf: step }
        : { description: `In steps of ${step} from ${min}.` }),
    },
    example: max,
    within: (bounds) =>
      slider({ ...options, ...narrowerLimits<number>(options, bounds, Number.isFinite) }),
    show: withUnit(unit),
  });
}

/** The number at a step nearest to another, without the noise of adding fractions. */
function nearestStep(number: number, { min, step }: { min: number; step: number }): number {
  const decimals = Math.max(decimalsOf(min), decimalsOf(step));
  return Number((min + Math.round((number - min) / step) * step).toFixed(decimals));
}

function decimalsOf(number: number): number {
  return String(number).split('.')[1]?.length ?? 0;
}
