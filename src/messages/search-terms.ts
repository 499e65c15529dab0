import { tidyLine } from '#core/values/tidy-text.ts';
import { foldText } from './fold-text.ts';

/** Tells whether all the words of a search are in a text, which need not be folded. */
export function termsFinder(search: string): (text: string) => boolean {
  const terms = searchTerms(search);
  return (text) => {
    const searched = foldText(text);
    return terms.every((it) => searched.includes(it));
  };
}

/** What is searched for: all of these have to be found, in any order, in a text that `foldText` folded. */
export function searchTerms(search: string): readonly string[] {
  return foldText(tidyLine(search)).split(/\s+/).filter(Boolean);
}
