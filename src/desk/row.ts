import type { Column } from './columns.ts';
import type { Response } from './response.ts';

/** A response with its words, which are made once and searched often. */
export type Row = {
  readonly response: Response;
  /** By column. */
  readonly words: readonly string[];
  readonly searched: string;
};

export function rowOf(columns: readonly Column[], response: Response): Row {
  const words = columns.map((it) => it.words(response));
  // A line each: what is searched for is not found across two cells.
  return { response, words, searched: words.map(folded).join('\n') };
}

/** As people compare words: capital or not, with or without accents. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
