/** A claim is a folder of `verify/`. What shows it: a script, files of vitest, or both. */
import { existsSync, globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The arguments of one run of Node. */
type NodeArguments = readonly string[];

const vitest = ['node_modules/vitest/vitest.mjs', 'run'];

/** What a claim needs beside the files of its own folder. */
const extraRuns: Readonly<Record<string, NodeArguments>> = {
  offline: [...vitest, '--project', 'offline'],
  translation: [...vitest, '--project', 'pages', '--mode', 'translated'],
};

export function claimNames(): readonly string[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** The commands that verify a claim, in order; a script or vitest gets `options` too. */
export function commandsFor(claim: string, options: readonly string[]): readonly NodeArguments[] {
  const extraRun = Object.hasOwn(extraRuns, claim) ? extraRuns[claim] : undefined;
  const script = join('verify', claim, `verify-${claim}.ts`);
  const hasTests = globSync(`${claim}/**/*.verify.ts`, { cwd: import.meta.dirname }).length > 0;
  return [
    ...(extraRun ? [[...extraRun, ...options]] : []),
    ...(hasTests ? [[...vitest, '--project', 'verify', `verify/${claim}/`, ...options]] : []),
    ...(existsSync(script) ? [[script, ...options]] : []),
  ];
}
