import type { Instances } from '../form/instances-in.ts';

type Lists = { readonly were: Instances; readonly ours: Instances; readonly others: Instances };

/**
 * The order of the instances that are left: that of the side which has moved any. If both have, one of the two
 * orders is taken, the same on each device. What only one side has stays behind what it was added after.
 */
export function mergedOrder(
  { were, ours, others }: Lists,
  kept: { has(id: string): boolean },
): readonly string[] {
  const isShared = (id: string) => were.has(id) && ours.has(id) && others.has(id) && kept.has(id);
  const [before, mine, theirs] = [were, ours, others].map((it) => [...it.keys()].filter(isShared));
  const [one, other] = [ours, others].map((it) => [...it.keys()]) as [string[], string[]];
  const isOne =
    String(mine) === String(theirs) || [mine, theirs].every((it) => String(it) !== String(before))
      ? String(one) < String(other)
      : String(theirs) === String(before);
  const [first, second] = isOne ? [one, other] : [other, one];
  const order = first.filter((id) => kept.has(id));
  for (const [i, id] of second.entries()) {
    if (!kept.has(id) || order.includes(id)) continue;
    const previous = second.slice(0, i).findLast((it) => order.includes(it));
    let at = previous === undefined ? 0 : order.indexOf(previous) + 1;
    while (order[at] !== undefined && !second.includes(order[at] ?? '')) at += 1;
    order.splice(at, 0, id);
  }
  return order;
}
