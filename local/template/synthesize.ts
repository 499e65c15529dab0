import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readableFailure } from './readable-failure.ts';

export type Synthesis = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Which backend to synthesize; unsaid, the one that runs on this desk. */
export type Deployment = {
  readonly type?: 'sandbox' | 'branch';
  readonly name?: string;
  readonly projectFolder?: string;
};

const house = resolve(import.meta.dirname, '../..');

/** Milliseconds. A synthesis takes two seconds; one that is still at it by then goes round for ever. */
const longest = 120_000;

/**
 * Runs `amplify/backend.ts` and leaves the CloudFormation it stands for in the folder. A backend
 * that does not synthesize is told of, and what was in the folder before stays.
 * @param signal ends it before it is done
 */
export async function synthesize(
  folder: string,
  { type = 'sandbox', name = 'local', projectFolder = house }: Deployment = {},
  signal = new AbortController().signal,
): Promise<Synthesis> {
  const fresh = `${resolve(folder)}.fresh`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const tooLong = AbortSignal.timeout(longest);
  const { code, printed } = await runBackend(
    projectFolder,
    {
      CDK_OUTDIR: fresh,
      CDK_CONTEXT_JSON: JSON.stringify({
        'amplify-backend-namespace': 'formstead',
        'amplify-backend-name': name,
        'amplify-backend-type': type,
      }),
      AMPLIFY_DISABLE_TELEMETRY: '1',
      CDK_VALIDATION: 'false',
    },
    AbortSignal.any([signal, tooLong]),
  );
  if (code === 0 && existsSync(join(fresh, 'manifest.json'))) {
    await swap(fresh, resolve(folder));
    return { ok: true };
  }
  await rm(fresh, { recursive: true, force: true });
  if (tooLong.aborted)
    return { ok: false, message: `amplify/backend.ts was not done after ${longest / 1000} s.` };
  const nothing = 'amplify/backend.ts ran without defining a backend.';
  return { ok: false, message: code === 0 ? nothing : readableFailure(printed) };
}

async function runBackend(
  projectFolder: string,
  settings: { readonly [name: string]: string },
  signal: AbortSignal,
): Promise<{ readonly code: number | null; readonly printed: string }> {
  const child = spawn(process.execPath, ['amplify/backend.ts'], {
    cwd: projectFolder,
    env: { ...withoutAws(process.env), ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
    // It may be in a loop that listens to nothing.
    killSignal: 'SIGKILL',
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      if (!signal.aborted) reject(error);
    });
    child.on('close', (code) => resolve({ code, printed }));
  });
}

/** No credentials: a synthesis has nothing to ask of AWS. */
function withoutAws(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}

/** A folder cannot be renamed over a full one, so the old one steps aside for an instant. */
async function swap(fresh: string, folder: string): Promise<void> {
  const old = `${folder}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, old);
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}
