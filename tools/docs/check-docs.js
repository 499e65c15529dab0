/**
 * Checks every page of the documentation: links lead to files and headings that exist, commands can be run,
 * files that are named exist. Run by `npm run check`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { claimNames } from '../../verify/claims.ts';

/** Files that the reader of a page is about to create. */
const notHereYet = new Set([
  'forms/visit.ts',
  'forms/ar/visit.ts',
  'forms/well.ts',
  'forms/well.test.ts',
  'forms/lists/schools.ts',
  'forms/enrolment.ts',
  'forms/enrolment.test.ts',
  'core/fields/weekday.ts',
  'src/controls/weekday/control.tsx',
  'src/controls/weekday/codec.ts',
  'src/controls/weekday/control.test.tsx',
  'core/entries/find-latest-entry.ts',
  'amplify/api/routes/latest-route.ts',
  'amplify/api/routes/latest-route.test.ts',
  'packages/amplify-local/services/parameter-store/service.ts',
  'packages/amplify-local/services/parameter-store/parameters.test.ts',
]);

/** @typedef {{ scripts: Record<string, string>, isFile(path: string): boolean, read(path: string): string }} Project */

/** @param {string} page @param {Project} project @returns {string[]} */
export function errorsIn(page, project) {
  const text = project.read(page);
  return [
    ...linksIn(text).flatMap((link) => errorInLink(page, link, project)),
    ...commandsIn(text).flatMap((command) => errorInCommand(command, project)),
    ...namesIn(text)
      .filter((name) => !project.isFile(name) && !notHereYet.has(name))
      .map((name) => `names ${name}, which does not exist`),
  ].map((error) => `${page}: ${error}`);
}

/** @param {string} text */
function linksIn(text) {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)];
  return links
    .map(([, link, attribute]) => link ?? attribute ?? '')
    .filter((it) => !/^(https?|mailto):/.test(it));
}

/** @param {string} page @param {string} link @param {Project} project */
function errorInLink(page, link, project) {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), decodeURI(path)));
  if (!project.isFile(target)) return [`links to ${link}, which does not exist`];
  if (anchor === undefined || !target.endsWith('.md')) return [];
  return anchorsIn(project.read(target)).has(anchor)
    ? []
    : [`links to ${link}, which has no such heading`];
}

/** The anchors that GitHub makes of headings. @param {string} text */
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

/** Every `npm …` and `npx …` in inline code and in code blocks. @param {string} text */
function commandsIn(text) {
  const code = [...text.matchAll(/^```(?:sh|bash)\n([^]*?)^```|`([^`\n]+)`/gm)].map(
    ([, block, span]) => block ?? span ?? '',
  );
  return code.flatMap(
    (it) => it.match(/\b(?:npm (?:run (?:--\w+ )?)?[\w:-]+|npx [@\w./-]+)/g) ?? [],
  );
}

const ofNpm = new Set(['ci', 'install', 'sbom', 'create']);

/** @param {string} command @param {Project} project */
function errorInCommand(command, project) {
  const [tool, ...args] = command.split(' ');
  const name = args.at(-1) ?? '';
  const isScript = args[0] === 'run' || (tool === 'npm' && !ofNpm.has(name));
  if (tool === 'npm' && isScript && !(name in project.scripts))
    return [`names ${command}, but there is no such script`];
  // One with a version is downloaded.
  if (tool === 'npx' && !name.includes('@') && !project.isFile(`node_modules/.bin/${name}`))
    return [`names ${command}, but no such command is installed`];
  return [];
}

const topFolderPath =
  /^(amplify|bench|brand|core|dev|docs|e2e|forms|packages|public|src|tools|verify)\/[\w./-]+$/;

/** Paths in inline code. @param {string} text */
function namesIn(text) {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, it = '']) => it);
  return spans.filter((it) => topFolderPath.test(it)).map((it) => it.replace(/\/$/, ''));
}

if (import.meta.main) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
    encoding: 'utf8',
  });
  const pages = listed.trim().split('\n').filter(existsSync);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const project = {
    scripts,
    isFile: existsSync,
    read: (/** @type {string} */ it) => readFileSync(it, 'utf8'),
  };
  const errors = pages.flatMap((page) => errorsIn(page, project));
  const index = readFileSync('docs/decisions/README.md', 'utf8');
  for (const page of pages.filter((it) => /decisions\/\d/.test(it)))
    if (!index.includes(page.slice('docs/decisions/'.length)))
      errors.push(`docs/decisions/README.md: leaves out ${page}`);
  for (const claim of claimNames())
    if (!readFileSync('docs/verify.md', 'utf8').includes(`npm run verify -- ${claim}\``))
      errors.push(`docs/verify.md: leaves out npm run verify -- ${claim}`);
  for (const error of errors) console.error(error);
  if (errors.length > 0) process.exitCode = 1;
}
