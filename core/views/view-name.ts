import { tidyLine } from '../values/tidy-text.ts';

/** In characters: as much as fits a line. */
export const longestViewName = 60;

/** A name as it is stored. */
export function viewName(typed: string): string {
  return Array.from(tidyLine(typed).replaceAll(/\s+/gu, ' '))
    .slice(0, longestViewName)
    .join('')
    .trim();
}
