import { groupBy } from './group-by.ts';
import type { History, UserAction } from './run-history.ts';

/**
 * The entries that only one device changed, with everything saved and nothing discarded: their outcome does
 * not depend on the order of deliveries.
 */
export function singleDeviceEntries({
  actions,
}: History): ReadonlyMap<string, readonly UserAction[]> {
  const byEntry = groupBy(actions, ({ entry }) => entry);
  return new Map([...byEntry].filter(([, actions]) => isSimple(actions)));
}

function isSimple(actions: readonly UserAction[]): boolean {
  const [first] = actions;
  if (first?.kind !== 'submit') return false;
  return actions.every(
    ({ device, saved, kind }) =>
      saved === true && device === first.device && kind !== 'discard' && kind !== 'try again',
  );
}
