import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, type BigIntStats } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A digest of the files' content, and of when and how each was last saved. Equal content means the same backend. */
export type SourceSnapshot = { readonly content: string; readonly saves: string };

type Stat = (
  path: string,
  options: { readonly bigint: true; readonly throwIfNoEntry: false },
) => Pick<BigIntStats, 'isFile' | 'ino' | 'size' | 'mtimeNs' | 'ctimeNs'> | undefined;

/** Files that decide how imports are resolved. */
const settings = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  // npm writes this one last, when everything is installed.
  'node_modules/.package-lock.json',
];

/** Ignored: tests, and temporary files of editors. */
const notSource =
  /\.(test|spec|contract)\.tsx?$|(^|\/)[.#][^/]*$|~$|(^|\/)\d+$|\.(swp|swx|tmp|bak|orig|rej)$|___jb_(tmp|old)___$/;

/** Milliseconds, the coarsest clock of a file system (FAT): two saves within it may look like one. */
const clockStep = 2000;

type Setting = {
  /** The folders that are scanned whole; of others, only files that these refer to. */
  readonly folders?: readonly string[];
  /** For tests: a file system with a coarse clock. */
  readonly stat?: Stat;
};

/**
 * Scans every file that a project's backend is made of: in its folders, and wherever a file there refers to
 * another one. Files are looked up by name every time, never watched, so it does not matter how they were
 * saved. While nothing changes, a scan takes about a millisecond.
 */
export function createSourceScanner(
  project: string,
  { folders = ['amplify'], stat = statSync }: Setting = {},
): () => SourceSnapshot {
  let snapshot: SourceSnapshot = { content: '', saves: '' };
  let isSettled = false;
  let named: readonly string[] = [];

  return () => {
    const files = [
      ...new Set([...settings, ...sourceFiles(project, folders), ...named]),
    ].toSorted();
    const stats = files.map((file) => statOf(join(project, file), stat));
    const saves = files.map((file, i) => `${file} ${stats[i]?.save}`).join('\n');
    if (isSettled && saves === snapshot.saves) return snapshot;
    const newest = Math.max(...stats.map((it) => it?.changed ?? 0));
    isSettled = Math.abs(Date.now() - newest) > clockStep;
    const read = readAll(project, { files, folders });
    named = read.named;
    snapshot = { content: read.content, saves };
    return snapshot;
  };
}

function sourceFiles(project: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    entriesOf(join(project, folder))
      .map((file) => `${folder}/${file}`)
      .filter((file) => !notSource.test(file)),
  );
}

/** All files below a folder, following links; none if the folder does not exist. */
function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((it) =>
      it.replaceAll('\\', '/'),
    );
  } catch {
    return [];
  }
}

/** Undefined if it is not a file, or was just removed. */
function statOf(path: string, stat: Stat) {
  const it = stat(path, { throwIfNoEntry: false, bigint: true });
  if (!it?.isFile()) return undefined;
  return {
    save: `${it.ino} ${it.size} ${it.mtimeNs} ${it.ctimeNs}`,
    changed: Number((it.ctimeNs > it.mtimeNs ? it.ctimeNs : it.mtimeNs) / 1_000_000n),
  };
}

/** The content of all these files and, recursively, of the files they refer to. */
function readAll(
  project: string,
  { files, folders }: { readonly files: readonly string[]; readonly folders: readonly string[] },
) {
  const aliases = aliasesIn(project);
  const seen = new Set(files);
  const contents: string[] = [];
  for (const file of seen) {
    const text = textOf(join(project, file));
    contents.push(`${file}\n${text?.length}\n${text ?? ''}`);
    if (text === undefined || !/\.[cm]?[jt]sx?$/.test(file)) continue;
    for (const other of namedIn(text, file, aliases))
      if (!isScannedAnyway(other, folders)) seen.add(other);
  }
  const hash = createHash('sha256');
  for (const content of contents.toSorted()) hash.update(content);
  return {
    content: hash.digest('hex'),
    named: [...seen].filter((it) => !isScannedAnyway(it, folders)),
  };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

type Aliases = readonly (readonly [start: string, folder: string])[];

/** The `imports` of `package.json`, such as `#lib/*`. */
function aliasesIn(project: string): Aliases {
  try {
    const { imports = {} } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
      readonly imports?: { readonly [name: string]: unknown };
    };
    return Object.entries(imports).flatMap(([name, to]) =>
      typeof to === 'string' ? [[name.replace(/\*$/, ''), to.replace(/^\.\/|\*$/g, '')]] : [],
    );
  } catch {
    return [];
  }
}

/** Every file that a quoted text may refer to: imported, bundled or read. */
function namedIn(source: string, file: string, aliases: Aliases): readonly string[] {
  const quoted = source.matchAll(/(['"`])(\.{1,2}\/[^'"`\n]+|#[^'"`\n]+)\1/g);
  return [...quoted].flatMap(([, , text = '']) => {
    const [start, folder] = aliases.find(([it]) => text.startsWith(it)) ?? [];
    if (text.startsWith('#') && start === undefined) return [];
    const inProject = normalize(
      start === undefined ? join(dirname(file), text) : join(`${folder}`, text.slice(start.length)),
    ).replaceAll('\\', '/');
    return /(^|\/)(node_modules|\.local)\//.test(inProject) ? [] : [inProject];
  });
}

/** Files that are scanned in any case. */
function isScannedAnyway(file: string, folders: readonly string[]): boolean {
  return settings.includes(file) || folders.includes(file.split('/')[0] ?? '');
}
