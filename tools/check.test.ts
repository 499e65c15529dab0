import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyProject } from './copy-project.js';

const projectRoot = resolve(import.meta.dirname, '..');
/** A line planted in a file, the tool that must find it, and what the tool prints then. */
type PlantedFault = readonly [
  name: string,
  file: string,
  line: string | PlantedInside,
  tool: readonly string[],
  expected: RegExp,
];

/** A line that is not planted at the end of its file, but behind another text. */
type PlantedInside = { readonly behind: string; readonly line: string };

const faults: readonly PlantedFault[] = [
  [
    'process.env in core',
    'core/values/result.ts',
    'console.error(process.env);',
    ['tsc', '-p', 'core'],
    /Cannot find name 'process'/,
  ],
  [
    'a route without documentation',
    'core/api/api-routes.ts',
    {
      behind: 'export const routes = {',
      line: "  mystery: { method: 'GET', path: '/{form}/mystery', who: 'person' },",
    },
    ['tsc', '-p', 'core'],
    /route-docs\.ts.*missing.*mystery/,
  ],
  [
    'a route for an audience that does not exist',
    'core/api/api-routes.ts',
    {
      behind: 'export const routes = {',
      line: "  rumours: { method: 'GET', path: '/{form}/rumours', who: 'passer-by' },",
    },
    ['tsc', '-p', 'core'],
    /api-routes\.ts.*passer-by"' is not assignable/,
  ],
  [
    'an audience without a rule',
    'core/api/api-routes.ts',
    { behind: 'export type Who =', line: "  'auditor' |" },
    ['tsc', '-p', 'core'],
    /access-policy\.ts.*'auditor' is missing/,
  ],
  [
    'a page that imports the local cloud',
    'src/main.tsx',
    "import '../dev/print.ts';",
    ['oxlint', 'src/main.tsx'],
    /may not import \.\.\/dev\/print\.ts/,
  ],
  [
    'core importing a form',
    'core/values/result.ts',
    "import '#forms/index.ts';",
    ['oxlint', 'core/values/result.ts'],
    /may not import #forms/,
  ],
  [
    'core importing a package',
    'core/values/result.ts',
    "import 'react';",
    ['oxlint', 'core/values/result.ts'],
    /may not import react/,
  ],
  [
    'the local cloud importing the app',
    'dev/print.ts',
    "import '../core/values/result.ts';",
    ['oxlint', 'dev/print.ts'],
    /may not import \.\.\/core\/values\/result\.ts/,
  ],
  [
    'a wait for the network without a limit',
    'src/page-paths.ts',
    "export const page = await fetch('/');",
    ['oxlint', 'src/page-paths.ts'],
    /This wait has no limit/,
  ],
  [
    'a watched file',
    'dev/print.ts',
    "import { watch } from 'node:fs'; watch('.');",
    ['oxlint', 'dev/print.ts'],
    /It misses files that are saved by renaming/,
  ],
  [
    'an unused export',
    'core/values/result.ts',
    'export function nobodyCallsMe() {}',
    ['knip'],
    /nobodyCallsMe/,
  ],
  [
    'a floating promise',
    'dev/print.ts',
    'Promise.resolve(1);',
    ['oxlint', 'dev/print.ts'],
    /no-floating-promises/,
  ],
  [
    'a form’s function called from another file',
    'amplify/api/http-responses.ts',
    'export const thanksOf = (form: Form) => form.thanks?.({ answers: {} });',
    ['oxlint', 'amplify/api/http-responses.ts'],
    /may fail: call it through core\/form\/form-functions/,
  ],
  [
    'code that checks which control it has',
    'src/page-paths.ts',
    "export const isText = (control: { is: string }) => control.is === 'input';",
    ['oxlint', 'src/page-paths.ts'],
    /use a record with an entry for each control/,
  ],
  [
    'a banned word in a name',
    'dev/print.ts',
    'export const parcel = 1;',
    ['oxlint', 'dev/print.ts'],
    /“parcel” in “parcel” is banned/,
  ],
  [
    'types that import each other',
    'core/values/result.ts',
    "import type { FormError } from '../form/form-functions.ts'; export type Failed = FormError;",
    ['tools/import-graph.js'],
    /These import each other: .*core\/values\/result\.ts/,
  ],
  [
    'an import from a higher layer of src',
    'src/page-paths.ts',
    "import './main.tsx';",
    ['tools/import-graph.js'],
    /src\/page-paths\.ts imports src\/main\.tsx, which is in a higher layer/,
  ],
  [
    'a second file of one base name',
    'src/device/form-functions.ts',
    'export {};',
    ['tools/file-names.js'],
    /“form-functions” stands for 2 things/,
  ],
  [
    'a badly formatted line',
    'core/values/result.ts',
    'export   const  crooked=1',
    ['oxfmt', '--check'],
    /core\/values\/result\.ts/,
  ],
];

/** The output of each tool after all its faults are planted. Without them it has none: the gate runs each tool first. */
const outputByTool = new Map<string, ToolOutput>();

type ToolOutput = { readonly failed: boolean; readonly text: string };

// All faults of a tool at once: it takes seconds to read the types of the project, however few files it checks.
beforeAll(() => {
  const copy = copyProject();
  // Some of the tools ask Git for the list of files.
  spawnSync('git', ['init', '--quiet'], { cwd: copy });
  for (const [name, planted] of Map.groupBy(faults, ([, , , [tool = '']]) => tool)) {
    const args = [...new Set(planted.flatMap(([, , , [, ...rest]]) => rest))];
    for (const [, file, line] of planted) plant(join(copy, file), line);
    outputByTool.set(name, run(copy, name, args));
    for (const [, file] of planted) restore(file, copy);
  }
  rmSync(copy, { recursive: true, force: true });
});

test.each(faults)('the gate finds %s', (_, _file, _line, [tool = ''], expected) => {
  expect(outputByTool.get(tool)).toMatchObject({
    failed: true,
    text: expect.stringMatching(expected),
  });
});

function plant(path: string, planted: string | PlantedInside): void {
  if (typeof planted === 'string') return appendFileSync(path, `\n${planted}\n`);
  const { behind, line } = planted;
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(behind);
  writeFileSync(
    path,
    text.replace(behind, () => `${behind}\n${line}\n`),
  );
}

function run(copy: string, tool: string, args: readonly string[]): ToolOutput {
  const isScript = tool.endsWith('.js');
  const program = isScript ? process.execPath : join(projectRoot, 'node_modules', '.bin', tool);
  const { status, stdout, stderr } = spawnSync(program, [...(isScript ? [tool] : []), ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { failed: status !== 0, text: stdout + stderr };
}

function restore(file: string, copy: string): void {
  const original = join(projectRoot, file);
  if (existsSync(original)) cpSync(original, join(copy, file));
  else rmSync(join(copy, file));
}
