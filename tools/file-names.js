/**
 * One base name stands for one thing in the whole project, so that “go to file” finds it, and no file has a
 * name that says nothing. Run by `npm run check`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { emptyFileNames, sameInEachFolder } from './lint/glossary.js';

/** `outbox` is the base name of `src/outbox/outbox.test.ts`, `outbox.css` and `outbox.ts`. @param {string} path */
function baseOf(path) {
  return basename(path)
    .replace(/^\./, '')
    .replace(/\.(d\.|test\.|contract\.|verify\.)?\w+$/, '');
}

/** Named after a form's id, which its author chooses, or after a group of messages. */
const namedByOthers = /^(forms|src\/messages)\//;

/** What forms call a kind of field: a line that is drawn on a map is a line. */
const kindOfField = /^core\/fields\/[^/]+$/;

/** @param {readonly string[]} paths @returns {string[]} */
export function nameErrors(paths) {
  /** @type {Map<string, Set<string>>} */
  const things = new Map();
  for (const path of paths.filter((it) => !namedByOthers.test(it))) {
    const base = baseOf(path);
    const thing = path.replace(/[^/]*$/, base);
    things.set(base, (things.get(base) ?? new Set()).add(thing));
  }
  const twice = [...things].filter(([base, of]) => of.size > 1 && !sameInEachFolder.has(base));
  const empty = [...things]
    .filter(
      ([base, of]) => emptyFileNames.has(base) && ![...of].every((it) => kindOfField.test(it)),
    )
    .map(([base]) => base);
  return [
    ...twice.map(([base, of]) => `“${base}” stands for ${of.size} things: ${[...of].join(', ')}`),
    ...empty.map(
      (base) =>
        `“${base}” does not say what is in the file: ${[...(things.get(base) ?? [])].join(', ')}`,
    ),
  ];
}

if (import.meta.main) {
  const listed = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.js'],
    { encoding: 'utf8' },
  );
  const errors = nameErrors(listed.trim().split('\n').filter(existsSync));
  for (const error of errors) console.error(error);
  if (errors.length > 0) process.exitCode = 1;
}
