/** One row of a list: a stored value, its label, and more columns: what it belongs to, or its label in `ar`. */
export type ListRow = {
  readonly value: string;
  readonly label: string;
  readonly [column: string]: string;
};

/**
 * Many options, in a module of their own, which is loaded when somebody needs them. `rows` and `find` know
 * nothing before that.
 */
export type List = {
  readonly load: () => Promise<void>;
  readonly isLoaded: () => boolean;
  /** `undefined` until loaded. */
  readonly rows: () => readonly ListRow[] | undefined;
  readonly find: (value: string) => ListRow | undefined;
  /** Whether it is in the list, even if other answers rule it out. */
  readonly isListed: (value: string) => boolean;
};

/** What the module of a list exports as its default. */
export type ListTable = {
  /**
   * The names of the columns. A column called like a language, such as `ar`, has the labels in it; any other can
   * be read by `offered`, such as the `region` that a district belongs to.
   */
  readonly columns: readonly ['value', 'label', ...string[]];
  /** A text for each column. Values never change, and rows are never removed, as stored answers refer to them. */
  readonly rows: readonly (readonly string[])[];
};

/** A list in a module of its own: `list(() => import('./lists/districts.ts'))`. */
export function list(importTable: () => Promise<{ readonly default: ListTable }>): List {
  let rows: readonly ListRow[] | undefined;
  let byValue: ReadonlyMap<string, ListRow> | undefined;
  return {
    async load() {
      if (rows) return;
      rows = rowsOf((await importTable()).default);
      byValue = new Map(rows.map((it) => [it.value, it]));
    },
    isLoaded: () => rows !== undefined,
    rows: () => rows,
    find: (value) => byValue?.get(value),
    isListed: (value) => byValue?.has(value) ?? false,
  };
}

function rowsOf({ columns, rows }: ListTable): readonly ListRow[] {
  return rows.map(
    (texts) => Object.fromEntries(columns.map((it, i) => [it, texts[i] ?? ''])) as ListRow,
  );
}

/** The label of a row, in another language if the list has it. */
export function rowLabel(row: ListRow, language?: string): string {
  return (language && row[language]) || row.label;
}

/** A list with fewer rows. */
export function listWithout(whole: List, isKept: (row: ListRow) => boolean): List {
  let kept: readonly ListRow[] | undefined;
  const rows = () => (kept ??= whole.rows()?.filter(isKept));
  return {
    load: whole.load,
    isLoaded: () => whole.isLoaded(),
    rows,
    find: (value) => {
      const row = whole.find(value);
      return row && isKept(row) ? row : undefined;
    },
    isListed: whole.isListed,
  };
}
