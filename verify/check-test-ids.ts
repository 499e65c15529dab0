/** Run by `npm run check`: every list that points at a test by its id finds that test, and exactly one. */
import { parityExceptions } from '../dev/parity-exceptions.ts';
import { guideTestIds } from '../tools/testing/run-guide-tests.ts';
import { testIds } from '../tools/testing/test-ids.ts';
import { testsByGrant } from './iam/tests-by-grant.ts';
import { testIdErrors } from './test-id-errors.ts';
import { listTestsWithIds } from './tests-by-id.ts';
import { shownBy, tutorialPromises } from './tutorials/tutorial-promises.ts';

const errors = testIdErrors({
  known: testIds,
  tests: await listTestsWithIds(),
  lists: {
    'verify/tutorials/tutorial-promises.ts': tutorialPromises.flatMap(shownBy),
    'verify/iam/tests-by-grant.ts': Object.values(testsByGrant),
    'tools/testing/run-guide-tests.ts': guideTestIds,
    'dev/parity-exceptions.ts': parityExceptions.flatMap((it) =>
      'checked' in it ? [it.checked] : [],
    ),
  },
});
for (const error of errors) console.error(error);
process.exit(errors.length > 0 ? 1 : 0);
