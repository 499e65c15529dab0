import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readableFailure } from './readable-failure.ts';

export type Synthesis = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Which backend to synthesize; by default the local one of the project in the current folder. */
export type Deployment = {
  readonly type?: 'sandbox' | 'branch';
  readonly name?: string;
  readonly projectFolder?: string;
  /** Names of the project's own errors whose messages say everything, so that only these are reported. */
  readonly plainErrors?: readonly string[];
};

const importHook = pathToFileURL(join(import.meta.dirname, 'extensionless-imports.ts')).href;

/** Milliseconds. A synthesis takes two seconds; one that takes this long is in an endless loop. */
const maxDuration = 120_000;

/**
 * Runs `amplify/backend.ts` and writes its CloudFormation templates into the folder. If that fails, the error
 * is returned and the folder keeps its previous content.
 * @param signal aborts it
 */
export async function synthesize(
  folder: string,
  {
    type = 'sandbox',
    name = 'local',
    projectFolder = process.cwd(),
    plainErrors = [],
  }: Deployment = {},
  signal = new AbortController().signal,
): Promise<Synthesis> {
  const fresh = `${resolve(folder)}.fresh`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const tooLong = AbortSignal.timeout(maxDuration);
  const { code, printed } = await runBackend(
    projectFolder,
    {
      CDK_OUTDIR: fresh,
      CDK_CONTEXT_JSON: JSON.stringify({
        'amplify-backend-namespace': projectName(projectFolder),
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
    return { ok: false, message: `amplify/backend.ts was not done after ${maxDuration / 1000} s.` };
  const nothing = 'amplify/backend.ts ran without defining a backend.';
  return { ok: false, message: code === 0 ? nothing : readableFailure(printed, plainErrors) };
}

/** A sandbox's resources are named after the project's package, as `npx ampx sandbox` names them. */
function projectName(projectFolder: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
      readonly name?: string;
    };
    return name ?? 'backend';
  } catch {
    return 'backend';
  }
}

async function runBackend(
  projectFolder: string,
  settings: { readonly [name: string]: string },
  signal: AbortSignal,
): Promise<{ readonly code: number | null; readonly printed: string }> {
  const child = spawn(process.execPath, ['--import', importHook, 'amplify/backend.ts'], {
    cwd: projectFolder,
    env: { ...withQuickNpx(withoutAws(process.env)), ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
    // It may be in a loop that ignores other signals.
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

/** Without AWS credentials: a synthesis does not need AWS. */
function withoutAws(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}

/** CDK starts a bundler by `npx` for each function: a third of the time of a synthesis. Not on Windows. */
function withQuickNpx(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return env;
  return { ...env, PATH: [join(import.meta.dirname, 'quick-npx'), env['PATH']].join(delimiter) };
}

/** A folder cannot be renamed to one that is not empty, so the old one is moved away first. */
async function swap(fresh: string, folder: string): Promise<void> {
  const old = `${folder}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, old);
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}
