import { createVitest } from 'vitest/node';

/** A test as vitest reads it from its file, without running it. */
export type ListedTest = {
  /** Its file's path in the project. */
  readonly file: string;
  readonly name: string;
  readonly ids: readonly string[];
};

/** Every test of the project in the current folder that has an id, read in seconds and not run. */
export async function listTestsWithIds(): Promise<readonly ListedTest[]> {
  const vitest = await createVitest('test', { watch: false }, { logLevel: 'silent' });
  const modules = await vitest.parseSpecifications(await vitest.globTestSpecifications());
  await vitest.close();
  return modules
    .flatMap(({ relativeModuleId, children }) =>
      [...children.allTests()].map(({ name, tags }) => ({
        file: relativeModuleId,
        name,
        ids: tags,
      })),
    )
    .filter(({ ids }) => ids.length > 0);
}

/** The tests by their ids, each of which belongs to one test: `npm run check`. */
export async function testsById(): Promise<ReadonlyMap<string, ListedTest>> {
  const tests = await listTestsWithIds();
  return new Map(tests.flatMap((test) => test.ids.map((id) => [id, test] as const)));
}
