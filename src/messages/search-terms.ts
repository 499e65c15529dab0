import { tidyLine } from '#core/values/tidy-text.ts';
import { foldText } from './fold-text.ts';

/** Whether all the words of a search are in a text, which need not be folded. */
export function hasSearchTerms(text: string, search: string): boolean {
  const searched = foldText(text);
  return searchTerms(search).every((it) => searched.includes(it));
}

/** What is searched for: all of these have to be found, in any order, in a text that `foldText` folded. */
export function searchTerms(search: string): readonly string[] {
  return foldText(tidyLine(search)).split(/\s+/).filter(Boolean);
}
