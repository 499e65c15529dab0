import { existsSync, readFileSync } from 'node:fs';
import type { Outputs } from './cognito-sign-in.ts';

/**
 * The local cloud if one has run, unless a function in AWS is named.
 * @param functionName as it was named on the command line
 */
export function endpointToCall(functionName: string | undefined): string | undefined {
  const configured = process.env['AWS_ENDPOINT_URL'];
  const file = '.local/amplify_outputs.json';
  if (configured || functionName !== undefined || !existsSync(file)) return configured;
  return (JSON.parse(readFileSync(file, 'utf8')) as Outputs).custom.awsEndpoint;
}
