import type { TestSequencer, TestSpecification } from 'vitest/node';

/**
 * Files that take half a minute or more. If one of them is the last to start, the others are long finished
 * when it ends. Those that compute alternate with those that wait, for the built app or in a browser.
 */
const slow = [
  'tools/check.test.ts',
  'tools/docs/make-it-yours.test.ts',
  'e2e/npm-start/live-update.test.ts',
  'tools/docs/guides.test.ts',
  'e2e/api/same-parsing-everywhere.test.ts',
  'e2e/api/many-devices.test.ts',
  'e2e/offline/draft-storage.test.ts',
  'e2e/journeys/accessible-pages.test.ts',
  'e2e/journeys/owner-responses.test.ts',
  'e2e/mail/confirmation-mail.test.ts',
];

/**
 * Starts the slow files first, then those with a browser, then the others. Vitest itself only knows how long a
 * file takes if it ran here before.
 */
export class StartSlowFilesFirst implements TestSequencer {
  sort(files: TestSpecification[]): TestSpecification[] {
    return files.toSorted((a, b) => rank(a) - rank(b));
  }

  /** For a part of the files in each of several runs, which this project does not have. */
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
}

function rank({ moduleId, project }: TestSpecification): number {
  const index = slow.findIndex((file) => moduleId.endsWith(`/${file}`));
  if (index !== -1) return index;
  return ['offline', 'journeys'].includes(project.name) ? slow.length : slow.length + 1;
}
