import type { ListedTest } from './tests-by-id.ts';

type IdsInUse = {
  /** The ids that exist: tools/testing/test-ids.ts. */
  readonly known: readonly string[];
  readonly tests: readonly ListedTest[];
  /** Each list that points at tests, with the ids it names. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
};

/** What is wrong with the ids of tests, a sentence for each. */
export function testIdErrors({ known, tests, lists }: IdsInUse): readonly string[] {
  const named = new Set(Object.values(lists).flat());
  return [
    ...known.flatMap((id) => countErrors(id, tests)),
    ...known.filter((id) => !named.has(id)).map((id) => `No list needs the test “${id}”.`),
    ...Object.entries(lists).flatMap(([list, ids]) =>
      ids.filter((id) => !known.includes(id)).map((id) => `${list}: there is no test “${id}”.`),
    ),
    ...tests.flatMap(({ file, name, ids }) =>
      ids
        .filter((id) => !known.includes(id))
        .map((id) => `${file}: “${name}” has the unknown id “${id}”.`),
    ),
  ];
}

function countErrors(id: string, tests: readonly ListedTest[]): readonly string[] {
  const having = tests.filter(({ ids }) => ids.includes(id));
  if (having.length === 0) return [`No test has the id “${id}”.`];
  if (having.length === 1) return [];
  return [
    `${having.length} tests have the id “${id}”: ${having.map(({ file }) => file).join(', ')}.`,
  ];
}
