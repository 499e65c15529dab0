import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestId } from './test-ids.ts';

/** Tests with a case for everything of a kind, so that they also test what a guide adds. */
export const guideTestIds = [
  'field-parsing-idempotent',
  'field-answers-match-schema',
  'control-value-read-back',
  'route-found-by-path',
  'route-examples-match-schema',
  'form-example-accepted',
  'resource-type-run-once',
] as const satisfies readonly TestId[];

type GuideTestId = (typeof guideTestIds)[number];

/** The file's path is absolute. */
type PassedTest = { readonly file: string; readonly name: string; readonly ids: readonly string[] };

export type GuideTestRun = {
  readonly failed: boolean;
  /** The number of tests that passed in a file. */
  passedIn(file: string): number;
  /** The names of the passed cases of a test, each of which includes the case. */
  passedCases(id: GuideTestId): readonly string[];
};

/** Runs test files in a copy of the project that contains what a guide adds, each project by its option. */
export function runGuideTests(copy: string, ...filesAndProjects: readonly string[]): GuideTestRun {
  const report = join(copy, 'guide-report.json');
  const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
  const { status } = spawnSync(
    process.execPath,
    [...vitest, '--reporter=json', `--outputFile=${report}`, ...filesAndProjects],
    { cwd: copy },
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const passed = testResults.flatMap(({ name, assertionResults }): readonly PassedTest[] =>
    assertionResults
      .filter((it) => it.status === 'passed')
      .map(({ title, tags }) => ({ file: name.replaceAll('\\', '/'), name: title, ids: tags })),
  );
  return {
    failed: status !== 0,
    passedIn: (file) => passed.filter((it) => it.file.endsWith(`/${file}`)).length,
    passedCases: (id) => passed.filter(({ ids }) => ids.includes(id)).map(({ name }) => name),
  };
}

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly tags: readonly string[];
    }[];
  }[];
};
