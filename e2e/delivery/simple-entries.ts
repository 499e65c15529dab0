import { groupBy } from './group.ts';
import type { History, Meant } from './history.ts';

/**
 * The entries that only one device had to do with, where all was saved and nothing given up: what
 * becomes of those does not depend on who came first.
 */
export function simpleEntries({ meant }: History): ReadonlyMap<string, readonly Meant[]> {
  const byEntry = groupBy(meant, ({ entry }) => entry);
  return new Map([...byEntry].filter(([, deeds]) => isSimple(deeds)));
}

function isSimple(deeds: readonly Meant[]): boolean {
  const [first] = deeds;
  if (first?.does !== 'submit') return false;
  return deeds.every(
    ({ device, saved, does }) =>
      saved === true && device === first.device && does !== 'discard' && does !== 'try again',
  );
}
