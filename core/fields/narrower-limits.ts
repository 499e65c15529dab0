import type { Bounds } from '../form/field.ts';

type OwnLimits<Limit> = { readonly min?: Limit; readonly max?: Limit };

/**
 * The limits of a field together with those that come from other answers: the higher minimum and the lower
 * maximum. A bound of another type is a mistake in the form, and does not apply.
 */
export function narrowerLimits<Limit extends number | string>(
  own: OwnLimits<Limit>,
  { min, max }: Bounds,
  isLimit: (it: unknown) => boolean,
): OwnLimits<Limit> {
  const later = (a: Limit, b: Limit) => (a > b ? a : b);
  const earlier = (a: Limit, b: Limit) => (a < b ? a : b);
  const combine = (a: Limit | undefined, b: unknown, pick: typeof later) => {
    if (!isLimit(b)) return a;
    return a === undefined ? (b as Limit) : pick(a, b as Limit);
  };
  const from = combine(own.min, min, later);
  const to = combine(own.max, max, earlier);
  // Nothing would be accepted: a mistake in the form, or an answer that is about to change.
  if (from !== undefined && to !== undefined && from > to) return own;
  return { ...(from !== undefined && { min: from }), ...(to !== undefined && { max: to }) };
}
