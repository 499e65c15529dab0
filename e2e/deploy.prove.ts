import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * As near to a deployment as one gets without an AWS account: Amplify's own command synthesizes and
 * type-checks the backend, and only then finds nobody at the other end.
 */
test('Amplify’s own deployment gets as far as needing AWS', () => {
  const { stdout, stderr, status } = spawnSync(
    'npx',
    ['ampx', 'pipeline-deploy', '--branch', 'main', '--app-id', 'dexample'],
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        CI: '1',
        AMPLIFY_DISABLE_TELEMETRY: '1',
        AWS_ACCESS_KEY_ID: 'nobody',
        AWS_SECRET_ACCESS_KEY: 'nobody',
        AWS_REGION: 'us-east-1',
        ALARMS_MAIL: 'alarms@example.com',
        AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      },
    },
  );
  const said = stdout + stderr;
  expect(said).toMatch(/Backend synthesized in/);
  expect(said).toMatch(/Type checks completed in/);
  expect(said).toMatch(/\[UnresolvedAccount\]/);
  expect(status).not.toBe(0);
});
