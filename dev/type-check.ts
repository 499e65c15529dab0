import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';

type Deps = {
  readonly project: string;
  /** For TypeScript's incremental build files, so that only changes are checked again. */
  readonly folder: string;
  /** Receives the errors in the forms and in their translations; undefined means there are none. */
  readonly report: (source: 'types' | 'translations', errors: string | undefined) => void;
};

/** The programs that forms belong to. `npm run check` checks all of them, which takes longer. */
const programs = ['forms', 'core'];

/** More errors than this usually have one cause. */
const mostErrors = 8;

/**
 * Checks the types of the forms in the background, at low priority. Node and Vite only strip types, so
 * nothing else reports type errors. Calling it again cancels the running check and starts over.
 */
export function createTypeCheck({ project, folder, report }: Deps) {
  let child: ChildProcess | undefined;
  let latestRun = 0;

  async function check(): Promise<void> {
    latestRun += 1;
    const thisRun = latestRun;
    child?.kill();
    const printed: string[] = [];
    for (const program of programs) {
      printed.push(await tsc(program));
      if (thisRun !== latestRun) return;
    }
    const errors = errorsIn(printed.join('\n'));
    const inTranslations = errors.filter((it) => it.startsWith('forms/ar/'));
    report(
      'types',
      errorReport(
        mismatch,
        errors.filter((it) => !inTranslations.includes(it)),
      ),
    );
    report('translations', errorReport(missingTranslations, inTranslations));
  }

  function tsc(program: string): Promise<string> {
    const info = join(folder, `${program}.tsbuildinfo`);
    const options = ['--pretty', 'false', '--incremental', '--tsBuildInfoFile', info];
    const running = spawn(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', program, ...options],
      { cwd: project, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    child = running;
    // Not every system allows this; the check runs anyway.
    try {
      setPriority(running.pid ?? 0, 10);
    } catch {}
    let printed = '';
    running.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    return new Promise((resolve) => {
      running.on('error', () => resolve(''));
      running.on('close', () => resolve(printed));
    });
  }

  return {
    check: () => void check(),
    stop(): void {
      latestRun += 1;
      child?.kill();
    },
  };
}

const mismatch = 'A form has type errors. It still runs here, but would not deploy:';
const missingTranslations =
  'The Arabic translation of a form has type errors. The form is shown without it, but would not deploy:';

/** Each error once, starting with a location that editors and terminals can open: `forms/visit.ts:5:3`. */
function errorsIn(printed: string): readonly string[] {
  const found = printed.matchAll(/^(\S+?)\((\d+),(\d+)\): error TS\d+: (.+(?:\n {2,}.+)*)/gm);
  const errors = [...found].map(
    ([, file, line, column, text]) => `${file}:${line}:${column}  ${text}`,
  );
  return [...new Set(errors)];
}

function errorReport(heading: string, errors: readonly string[]): string | undefined {
  if (errors.length === 0) return undefined;
  const remaining = errors.length - mostErrors;
  const shown = errors.slice(0, mostErrors).map((it) => `  ${it}`);
  return [heading, ...shown, ...(remaining > 0 ? [`  and ${remaining} more`] : [])].join('\n');
}
