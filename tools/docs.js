/**
 * Reads every page of the documentation: a link leads to a file that is there and to a heading that it has, a
 * command can be run, a file that is named exists. Run by `npm run check`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Named as what a reader is about to make, or what a program writes. */
const notHereYet = new Set(['forms/visit.ts', 'forms/ar/visit.ts']);

/** @typedef {{ scripts: Record<string, string>, isFile(path: string): boolean, read(path: string): string }} House */

/** What is wrong with a page. @param {string} page @param {House} house @returns {string[]} */
export function faultsIn(page, house) {
  const text = house.read(page);
  return [
    ...linksIn(text).flatMap((link) => faultOfLink(page, link, house)),
    ...commandsIn(text).flatMap((command) => faultOfCommand(command, house)),
    ...namesIn(text)
      .filter((name) => !house.isFile(name) && !notHereYet.has(name))
      .map((name) => `names ${name}, which is not there`),
  ].map((fault) => `${page}: ${fault}`);
}

/** @param {string} text */
function linksIn(text) {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)];
  return links
    .map(([, link, attribute]) => link ?? attribute ?? '')
    .filter((it) => !/^(https?|mailto):/.test(it));
}

/** @param {string} page @param {string} link @param {House} house */
function faultOfLink(page, link, house) {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), decodeURI(path)));
  if (!house.isFile(target)) return [`links to ${link}, where there is nothing`];
  if (anchor === undefined || !target.endsWith('.md')) return [];
  return anchorsIn(house.read(target)).has(anchor)
    ? []
    : [`links to ${link}, a heading it has not`];
}

/** As GitHub makes them. @param {string} text */
function anchorsIn(text) {
  const headings = [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, it = '']) => it);
  return new Set(
    headings.map((it) =>
      it
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** @param {string} text */
function withoutCode(text) {
  return text
    .replaceAll(/^```[^]*?^```/gm, '')
    .replaceAll(/`[^`\n]*`/g, (it) => it.replaceAll(/[()<>[\]]/g, ''));
}

/** Each `npm …` and `npx …` in a span or a block of code. @param {string} text */
function commandsIn(text) {
  const code = [...text.matchAll(/^```(?:sh|bash)\n([^]*?)^```|`([^`\n]+)`/gm)].map(
    ([, block, span]) => block ?? span ?? '',
  );
  return code.flatMap(
    (it) => it.match(/\b(?:npm (?:run (?:--\w+ )?)?[\w:-]+|npx [@\w./-]+)/g) ?? [],
  );
}

const ofNpm = new Set(['ci', 'install', 'sbom', 'create']);

/** @param {string} command @param {House} house */
function faultOfCommand(command, house) {
  const [tool, ...words] = command.split(' ');
  const name = words.at(-1) ?? '';
  const isScript = words[0] === 'run' || (tool === 'npm' && !ofNpm.has(name));
  if (tool === 'npm' && isScript && !(name in house.scripts))
    return [`names ${command}, and there is none`];
  // With a version it is fetched, and not one of ours.
  if (tool === 'npx' && !name.includes('@') && !house.isFile(`node_modules/.bin/${name}`))
    return [`names ${command}, and nothing here is called so`];
  return [];
}

const rooms = /^(amplify|bench|core|docs|e2e|forms|local|public|src|tools)\/[\w./-]+$/;

/** Paths in spans of code. @param {string} text */
function namesIn(text) {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, it = '']) => it);
  return spans.filter((it) => rooms.test(it)).map((it) => it.replace(/\/$/, ''));
}

if (import.meta.main) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
    encoding: 'utf8',
  });
  const pages = listed.trim().split('\n').filter(existsSync);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const house = {
    scripts,
    isFile: existsSync,
    read: (/** @type {string} */ it) => readFileSync(it, 'utf8'),
  };
  const faults = pages.flatMap((page) => faultsIn(page, house));
  const index = readFileSync('docs/decisions/README.md', 'utf8');
  for (const page of pages.filter((it) => /decisions\/\d/.test(it)))
    if (!index.includes(page.slice('docs/decisions/'.length)))
      faults.push(`docs/decisions/README.md: leaves out ${page}`);
  for (const name of Object.keys(scripts).filter((it) => it.startsWith('prove:')))
    if (!readFileSync('docs/proofs.md', 'utf8').includes(`npm run ${name}\``))
      faults.push(`docs/proofs.md: leaves out npm run ${name}`);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
