import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The credentials of functions. In AWS, Lambda gets new ones for the role every few hours. */
export type FunctionCredentials = {
  environmentFor(functionName: string): Record<string, string>;
  secretKeyOf(accessKey: string): string;
};

/** The session token of every function. It is no secret. */
export const sessionToken = 'local';

/**
 * Opens the key from which secret keys are derived, or creates it. It stays the same, so that URLs which a function
 * has presigned are valid after a restart; and it is random, so that no web page can sign.
 */
export function openFunctionCredentials(folder: string): FunctionCredentials {
  const key = readOrCreate(join(folder, 'function-credentials.key'));
  const secretKeyOf = (accessKey: string) =>
    createHmac('sha256', key).update(accessKey).digest('base64').slice(0, 40);
  return {
    secretKeyOf,
    environmentFor(functionName) {
      const accessKey = accessKeyOf(functionName);
      return {
        AWS_ACCESS_KEY_ID: accessKey,
        AWS_SECRET_ACCESS_KEY: secretKeyOf(accessKey),
        AWS_SESSION_TOKEN: sessionToken,
      };
    },
  };
}

/** Identifies the calling function to the services. */
export function accessKeyOf(functionName: string): string {
  return `ASIA${Buffer.from(functionName).toString('hex').toUpperCase()}`;
}

function readOrCreate(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    mkdirSync(join(file, '..'), { recursive: true });
    const key = randomBytes(32).toString('base64');
    writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
    return key;
  }
}
