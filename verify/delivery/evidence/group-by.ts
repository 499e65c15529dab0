export function groupBy<It, Key>(
  all: readonly It[],
  keyOf: (it: It) => Key,
): ReadonlyMap<Key, readonly It[]> {
  const groups = new Map<Key, It[]>();
  for (const it of all) {
    const group = groups.get(keyOf(it)) ?? [];
    group.push(it);
    groups.set(keyOf(it), group);
  }
  return groups;
}
