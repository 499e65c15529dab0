import { tidyLine } from '#core/values/tidy-text.ts';
import { foldText } from './fold-text.ts';

/** What is searched for: all of these have to be found, in any order, in a text that `foldText` folded. */
export function searchTerms(search: string): readonly string[] {
  return foldText(tidyLine(search)).split(/\s+/).filter(Boolean);
}
