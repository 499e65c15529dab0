import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type Machine = { readonly platform: string; readonly arch: string };

/** The version of the engine that everything here was tested with. */
export const engineVersion = '1.2.1';

/** The path of the engine's binary for a machine. If it is not installed, throws an error that says what to do. */
export function engineBinary({ platform, arch }: Machine = process): string {
  const name = `@dynoxide/${platform}-${arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch {
    throw new Error(
      `The local DynamoDB engine for ${platform}-${arch} is not installed. ` +
        `Run \`npm install --no-save ${name}@${engineVersion}\`, or set DYNAMODB_ENDPOINT ` +
        `to the address of any other DynamoDB engine, such as http://127.0.0.1:8000.`,
    );
  }
}
