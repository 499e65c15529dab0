/** Fast for twenty items, and no burst of requests for two hundred. */
const atOnce = 4;

/**
 * Does the work for each item, a few at the same time, in their order. Once the work for one of them returns
 * false, no other is begun: the next would most likely fail the same way.
 * @returns the items whose work was not begun
 */
export async function aFewAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<boolean>,
): Promise<readonly Item[]> {
  const queue = [...items];
  let left: readonly Item[] = [];
  async function takeTurns() {
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      if (!(await work(item))) left = [...left, ...queue.splice(0)];
  }
  await Promise.all(Array.from({ length: atOnce }, takeTurns));
  return left;
}
