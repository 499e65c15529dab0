/** The options in their present order: what was ranked, then the others in the order of the form. */
export function rankedOrder(
  values: readonly string[],
  ranked: readonly string[],
): readonly string[] {
  const known = ranked.filter((it, i) => values.includes(it) && ranked.indexOf(it) === i);
  return [...known, ...values.filter((it) => !known.includes(it))];
}

/** The order after one of them was moved to a position, counted from 0. */
export function movedTo(
  order: readonly string[],
  value: string,
  position: number,
): readonly string[] {
  const others = order.filter((it) => it !== value);
  const at = Math.max(0, Math.min(position, others.length));
  return [...others.slice(0, at), value, ...others.slice(at)];
}
