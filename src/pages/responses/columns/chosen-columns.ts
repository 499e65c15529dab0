import type { Column } from '../data/response-columns.ts';

/** The names of the columns that are shown after the first, in this order. Undefined: all, as the form has them. */
export type ChosenColumns = readonly string[] | undefined;

/** The first column always says when, and leads to the response. */
const movable = (all: readonly Column[]) => all.slice(1).map(({ name }) => name);

/** The positions in `all` of the columns that are shown. */
export function shownPositions(all: readonly Column[], chosen: ChosenColumns): readonly number[] {
  const names = all.map(({ name }) => name);
  return chosen ? [0, ...chosen.map((it) => names.indexOf(it))] : [...names.keys()];
}

/** Those that are shown in their order, then the others. */
export function listedColumns(
  all: readonly Column[],
  chosen: ChosenColumns,
): readonly { readonly column: Column; readonly isShown: boolean }[] {
  const shown = chosen ?? movable(all);
  const hidden = movable(all).filter((it) => !shown.includes(it));
  return [...shown, ...hidden].flatMap((name) => {
    const column = all.find((it) => it.name === name);
    return column ? [{ column, isShown: shown.includes(name) }] : [];
  });
}

/** Shows or hides one. A column that is shown again comes last. */
export function toggled(
  all: readonly Column[],
  chosen: ChosenColumns,
  name: string,
): ChosenColumns {
  const shown = chosen ?? movable(all);
  const next = shown.includes(name) ? shown.filter((it) => it !== name) : [...shown, name];
  return unlessAll(all, next);
}

/** Moves one that is shown by so many positions. */
export function moved(
  all: readonly Column[],
  chosen: ChosenColumns,
  name: string,
  by: number,
): ChosenColumns {
  const shown = chosen ?? movable(all);
  const others = shown.filter((it) => it !== name);
  return unlessAll(all, others.toSpliced(shown.indexOf(name) + by, 0, name));
}

function unlessAll(all: readonly Column[], shown: readonly string[]): ChosenColumns {
  return shown.join() === movable(all).join() ? undefined : shown;
}

/** Names that the form does not have, or that are listed twice, are left out: addresses are edited. */
export function columnsInQuery(query: URLSearchParams, all: readonly Column[]): ChosenColumns {
  const text = query.get('columns');
  if (text === null) return undefined;
  const known = new Set(movable(all));
  return unlessAll(
    all,
    [...new Set(text.split(','))].filter((it) => known.has(it)),
  );
}

export function columnsToQuery(chosen: readonly string[]): string {
  return chosen.join();
}
