import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

/** The part of a backend's outputs that the browser needs. */
export type Outputs = {
  readonly auth: { readonly aws_region: string };
  readonly custom: {
    readonly API: { readonly formstead: { readonly endpoint: string } };
    readonly userPoolEndpoint?: string;
    /** The origin of the bucket with the files of entries. */
    readonly filesEndpoint?: string;
    /** The same in the local cloud, whose buckets are elsewhere. */
    readonly storageEndpoint?: string;
  };
};

const id = '\0outputs';

/**
 * Resolves `#outputs` to the content of the file that `AMPLIFY_OUTPUTS` names, or of `amplify_outputs.json`.
 * The content, not the file: locally it lies next to secrets, in a folder that Vite does not serve.
 */
export function outputs(): Plugin {
  return {
    name: 'formstead:outputs',
    enforce: 'pre',
    resolveId: (specifier) => (specifier === '#outputs' ? id : undefined),
    load(moduleId) {
      if (moduleId !== id) return undefined;
      this.addWatchFile(normalizePath(outputsFile()));
      return Object.entries(readOutputs())
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

export function readOutputs(): Outputs {
  return JSON.parse(readFileSync(outputsFile(), 'utf8')) as Outputs;
}

export function outputsFile(): string {
  const file = resolve(process.env['AMPLIFY_OUTPUTS'] ?? 'amplify_outputs.json');
  if (existsSync(file)) return file;
  throw new Error(
    `The app does not know its cloud: ${file} is missing. ` +
      'Run `npm start` (a cloud on this machine) or `npx ampx sandbox` (one in AWS) first.',
  );
}
