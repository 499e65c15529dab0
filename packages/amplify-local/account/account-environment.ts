import { region } from '../template/arn.ts';

/** The environment variables that make a program use the AWS at `url`. The credentials are not real. */
export function accountEnvironment(url: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    // Without these two, Amplify's command sends usage data.
    AMPLIFY_DISABLE_TELEMETRY: '1',
    AMPLIFY_BACKEND_NOTICES_ENDPOINT: `${url}/notices`,
  };
}
