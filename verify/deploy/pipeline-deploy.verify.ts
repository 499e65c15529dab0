import { expect, test } from 'vitest';
import { pipelineDeploy, untilAccount } from './pipeline-deploy.ts';

test('Amplify’s own deployment gets as far as needing AWS', { tags: 'pipeline-deploys' }, () => {
  const { printed, status } = pipelineDeploy('.');
  for (const step of untilAccount) expect(printed).toMatch(step);
  expect(status).not.toBe(0);
});
