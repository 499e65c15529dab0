import { foldText } from '../../messages/fold-text.ts';
import { searchTerms } from '../../messages/search-terms.ts';

export type ComboboxOption = {
  readonly value: string;
  readonly label: string;
  /** Shown beside its label, and not searched. */
  readonly note?: string | undefined;
  /** It is in the list, and cannot be chosen. */
  readonly isFull?: boolean | undefined;
};

/** An option whose label is folded once, because folding takes longer than searching. */
export type SearchableOption = ComboboxOption & { readonly folded: string };

export function searchable(options: readonly ComboboxOption[]): readonly SearchableOption[] {
  return options.map((it) => ({ ...it, folded: foldText(it.label) }));
}

export type Found = {
  /** The first of them. */
  readonly shown: readonly ComboboxOption[];
  readonly count: number;
};

/**
 * The options whose label has all the words of a search. Those that begin with it come first, then those of which
 * a word does; otherwise they stay in their order.
 */
export function findOptions(
  options: readonly SearchableOption[],
  search: string,
  most: number,
): Found {
  const terms = searchTerms(search);
  const [first = ''] = terms;
  const groups: [ComboboxOption[], ComboboxOption[], ComboboxOption[]] = [[], [], []];
  for (const option of options) {
    const { folded } = option;
    if (!terms.every((it) => folded.includes(it))) continue;
    const isFirst = folded.startsWith(first);
    const isWord = isFirst || folded.includes(` ${first}`);
    groups[isFirst ? 0 : isWord ? 1 : 2].push(option);
  }
  const all = groups.flat();
  return { shown: all.slice(0, most), count: all.length };
}

/** The only option with exactly this label. */
export function optionLabelled(
  options: readonly SearchableOption[],
  text: string,
): ComboboxOption | undefined {
  const folded = foldText(text.trim());
  const same = options.filter((it) => it.folded === folded);
  return same.length === 1 ? same[0] : undefined;
}
