import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, type BigIntStats } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** What the files say, and when and how each was last saved. Two looks with the same content are of the same backend. */
export type Look = { readonly content: string; readonly saves: string };

type Stat = (
  path: string,
  options: { readonly bigint: true; readonly throwIfNoEntry: false },
) => Pick<BigIntStats, 'isFile' | 'ino' | 'size' | 'mtimeNs' | 'ctimeNs'> | undefined;

/** What the backend is made of. The app's own files are Vite's to watch. */
const folders = ['amplify', 'core', 'forms'];

/** What the files in them are read with: an import is found, or not, by these. */
const settings = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  // npm writes it last, once everything is installed.
  'node_modules/.package-lock.json',
];

/** Tests, and what editors leave beside a file while they save it. */
const notSource =
  /\.(test|contract|prove)\.tsx?$|(^|\/)[.#][^/]*$|~$|(^|\/)\d+$|\.(swp|swx|tmp|bak|orig|rej)$|___jb_(tmp|old)___$/;

/** Milliseconds: two saves within the coarsest clock of a file system (FAT's) may look like one. */
const clockStep = 2000;

/**
 * Looks at every file the backend of a project is made of: in its folders, and wherever a file there names
 * another one. Files are looked up by name each time, never watched, so that it makes no difference how they
 * were saved. A look takes about a millisecond while nothing changes.
 * @param stat asks the disk when a file was saved; there are disks whose clock is coarse
 */
export function createLook(project: string, stat: Stat = statSync): () => Look {
  let known: Look = { content: '', saves: '' };
  let isSettled = false;
  let named: readonly string[] = [];

  return () => {
    const files = [...new Set([...settings, ...sourceFiles(project), ...named])].toSorted();
    const stats = files.map((file) => statOf(join(project, file), stat));
    const saves = files.map((file, i) => `${file} ${stats[i]?.save}`).join('\n');
    if (isSettled && saves === known.saves) return known;
    const newest = Math.max(...stats.map((it) => it?.changed ?? 0));
    isSettled = Math.abs(Date.now() - newest) > clockStep;
    const read = readAll(project, files);
    named = read.named;
    known = { content: read.content, saves };
    return known;
  };
}

function sourceFiles(project: string): readonly string[] {
  return folders.flatMap((folder) =>
    entriesOf(join(project, folder))
      .map((file) => `${folder}/${file}`)
      .filter((file) => !notSource.test(file)),
  );
}

/** All files below a folder, also through links; none where there is no folder. */
function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((it) =>
      it.replaceAll('\\', '/'),
    );
  } catch {
    return [];
  }
}

/** Nothing of what is no file, or has just gone. */
function statOf(path: string, stat: Stat) {
  const it = stat(path, { throwIfNoEntry: false, bigint: true });
  if (!it?.isFile()) return undefined;
  return {
    save: `${it.ino} ${it.size} ${it.mtimeNs} ${it.ctimeNs}`,
    changed: Number((it.ctimeNs > it.mtimeNs ? it.ctimeNs : it.mtimeNs) / 1_000_000n),
  };
}

/** The content of all of them, and of the files they name, with what those name in turn. */
function readAll(project: string, files: readonly string[]) {
  const aliases = aliasesIn(project);
  const seen = new Set(files);
  const contents: string[] = [];
  for (const file of seen) {
    const text = textOf(join(project, file));
    contents.push(`${file}\n${text?.length}\n${text ?? ''}`);
    if (text === undefined || !/\.[cm]?[jt]sx?$/.test(file)) continue;
    for (const other of namedIn(text, file, aliases)) seen.add(other);
  }
  const hash = createHash('sha256');
  for (const content of contents.toSorted()) hash.update(content);
  return { content: hash.digest('hex'), named: [...seen].filter((it) => !isOurs(it)) };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

type Aliases = readonly (readonly [start: string, folder: string])[];

/** `#core/` → `core/`: what `package.json` says under `imports`. */
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

/** Every file outside of the folders that a text in quotes may mean: imported, bundled or read. */
function namedIn(source: string, file: string, aliases: Aliases): readonly string[] {
  const quoted = source.matchAll(/(['"`])(\.{1,2}\/[^'"`\n]+|#[^'"`\n]+)\1/g);
  return [...quoted].flatMap(([, , text = '']) => {
    const [start, folder] = aliases.find(([it]) => text.startsWith(it)) ?? [];
    if (text.startsWith('#') && start === undefined) return [];
    const inProject = normalize(
      start === undefined ? join(dirname(file), text) : join(`${folder}`, text.slice(start.length)),
    ).replaceAll('\\', '/');
    return isOurs(inProject) || /(^|\/)(node_modules|\.local)\//.test(inProject) ? [] : [inProject];
  });
}

/** Looked at anyway. */
function isOurs(file: string): boolean {
  return settings.includes(file) || folders.includes(file.split('/')[0] ?? '');
}
