import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';

type Deps = {
  readonly project: string;
  /** Where TypeScript notes what it has checked, so that only what has changed is checked again. */
  readonly folder: string;
  /** Hears the errors in the forms, and in their words in other languages; or that there are none. */
  readonly tell: (about: 'types' | 'words', errors: string | undefined) => void;
};

/** What a form is made of. The rest is checked by `npm run check`, which takes longer. */
const programs = ['forms', 'core'];

/** More would be one mistake with many consequences. */
const mostErrors = 8;

/**
 * Checks the types of the forms in the background, at a low priority: whatever runs strips types, so
 * that nobody else would tell of a mistake in them. Asked again, it drops what it was doing and starts anew.
 */
export function createTypeCheck({ project, folder, tell }: Deps) {
  let child: ChildProcess | undefined;
  let turn = 0;

  async function check(): Promise<void> {
    turn += 1;
    const own = turn;
    child?.kill();
    const printed: string[] = [];
    for (const program of programs) {
      printed.push(await tsc(program));
      if (own !== turn) return;
    }
    const errors = errorsIn(printed.join('\n'));
    const inWords = errors.filter((it) => it.startsWith('forms/ar/'));
    tell(
      'types',
      told(
        mismatch,
        errors.filter((it) => !inWords.includes(it)),
      ),
    );
    tell('words', told(missingWords, inWords));
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
    // Where the system does not allow it, it is checked all the same.
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
      turn += 1;
      child?.kill();
    },
  };
}

const mismatch = 'The types of a form do not fit. It runs as it is, and would not deploy:';
const missingWords =
  'The Arabic words of a form do not fit. It is shown without them, and would not deploy:';

/** Each error once, as an editor or a terminal can open it: `forms/visit.ts:5:3`. */
function errorsIn(printed: string): readonly string[] {
  const found = printed.matchAll(/^(\S+?)\((\d+),(\d+)\): error TS\d+: (.+(?:\n {2,}.+)*)/gm);
  const errors = [...found].map(
    ([, file, line, column, text]) => `${file}:${line}:${column}  ${text}`,
  );
  return [...new Set(errors)];
}

function told(heading: string, errors: readonly string[]): string | undefined {
  if (errors.length === 0) return undefined;
  const rest = errors.length - mostErrors;
  const shown = errors.slice(0, mostErrors).map((it) => `  ${it}`);
  return [heading, ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n');
}
