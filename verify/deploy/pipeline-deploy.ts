import { spawnSync } from 'node:child_process';

/**
 * Amplify's own `ampx pipeline-deploy` in a copy of this project. It synthesizes and type-checks the backend
 * before it fails because there is no AWS account.
 */
export function pipelineDeploy(folder: string, environment: NodeJS.ProcessEnv = process.env) {
  const { stdout, stderr, status } = spawnSync(
    'npx',
    ['ampx', 'pipeline-deploy', '--branch', 'main', '--app-id', 'dexample'],
    {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: {
        ...environment,
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
  return { printed: `${stdout}${stderr}`, status };
}

/** The output, in this order, when only an AWS account is missing. */
export const untilAccount = [
  /Backend synthesized in/,
  /Type checks completed in/,
  /\[UnresolvedAccount\]/,
];
