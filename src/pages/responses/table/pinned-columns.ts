import type { Column } from '../data/response-columns.ts';

/** So many can stay in view beside the first. */
export const mostPinned = 3;

/** Pins or unpins a column. One too many takes the place of the first. */
export function togglePinned(pinned: readonly string[], name: string): readonly string[] {
  if (pinned.includes(name)) return pinned.filter((it) => it !== name);
  return [...pinned, name].slice(-mostPinned);
}

/**
 * The columns that are shown, by their positions in `all`: the first, those that are pinned, then the others.
 * @returns how many after the first are pinned
 */
export function pinnedFirst(
  positions: readonly number[],
  all: readonly Column[],
  pinned: readonly string[],
): { readonly positions: readonly number[]; readonly count: number } {
  const [first = 0, ...others] = positions;
  const isPinned = (at: number) => pinned.includes(all[at]?.name ?? '');
  const kept = others.filter(isPinned).slice(0, mostPinned);
  return {
    positions: [first, ...kept, ...others.filter((it) => !kept.includes(it))],
    count: kept.length,
  };
}

/**
 * Where each pinned column stays, in pixels from the edge where lines begin: beside those before it. Undefined for one
 * that would leave less than half of the frame to the others.
 */
export function pinnedOffsets(
  widths: readonly number[],
  frame: number,
): readonly (number | undefined)[] {
  let taken = 0;
  return widths.map((width) => {
    if (taken + width > frame / 2) return undefined;
    const offset = taken;
    taken += width;
    return offset;
  });
}
