import { region } from './template/arn.ts';

/** What makes a program's AWS the one at `url`. The credentials are nobody's, and good nowhere else. */
export function accountEnvironment(url: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    // Without these two Amplify's command calls its makers.
    AMPLIFY_DISABLE_TELEMETRY: '1',
    AMPLIFY_BACKEND_NOTICES_ENDPOINT: `${url}/notices`,
  };
}
