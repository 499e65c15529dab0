/**
 * `npm run check`: types, lint, imports, names of files, ids of tests, format, unused code, the lock file,
 * licences, docs and the quick tests.
 * `npm test` (`--all`) runs all tests, those in a real browser too.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { installBrowser } from './chromium.js';

const everything = process.argv.includes('--all');

// Everything that is started from here loads the same packages: the backend is synthesized some twenty times.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/node');

/** The slowest first, so that no long one runs alone at the end. */
const programs = {
  'the local cloud': 'packages/amplify-local',
  'e2e, verify and bench': 'e2e',
  dev: 'dev',
  amplify: 'amplify',
  src: 'src',
  'service worker': 'src/service-worker',
  'the starter': 'bench/peers/starter',
  tools: 'tools',
  tests: 'tools/tests.tsconfig.json',
  core: 'core',
  brand: 'brand',
  forms: 'forms',
};

/** With one checker: several check some types more than once, and the other core has a program of its own. */
const types = ['tsc', '--checkers', '1', '-p'];

/** @type {[string, string[]][]} */
const checks = [
  ['lint', ['oxlint', '--deny-warnings']],
  ...Object.entries(programs).map(
    ([name, path]) => /** @type {[string, string[]]} */ ([`types of ${name}`, [...types, path]]),
  ),
  ['unused code', ['knip']],
  ['imports', [process.execPath, 'tools/import-graph.js']],
  ['file names', [process.execPath, 'tools/file-names.js']],
  ['format', ['oxfmt', '--check']],
  ['lock file', [process.execPath, 'tools/lock.js', '--check']],
  ['licences', [process.execPath, 'tools/licences.js', '--check']],
  ['test ids', [process.execPath, 'verify/check-test-ids.ts']],
  ['docs', [process.execPath, 'tools/docs/check-docs.js']],
  ['fields', [process.execPath, 'tools/docs/write-field-docs.ts', '--check']],
  ['prices', [process.execPath, 'tools/cost/write-cost-tables.ts', '--check']],
];

const passed = await runAll([...checks]);
if (!passed) process.exit(1);
if (everything) installBrowser();
// `npm run verify` runs what takes too long for every push.
const tests = ['--project', everything ? '!verify' : 'meaning'];
const { code } = await run(['vitest', 'run', ...tests], 'inherit');
process.exitCode = code;

/** One per core at a time. Prints each as it ends, with the output of those that fail. */
async function runAll(/** @type {[string, string[]][]} */ waiting) {
  let allPassed = true;
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command] = next;
      const started = performance.now();
      const { code, printed } = await run(command, 'pipe');
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
      if (code !== 0) process.stdout.write(`${printed}\n`);
      allPassed &&= code === 0;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return allPassed;
}

/**
 * @param {string[]} command @param {'pipe' | 'inherit'} output
 * @returns {Promise<{ code: number, printed: string }>}
 */
function run([tool = '', ...rest], output) {
  const isWindows = process.platform === 'win32';
  const isOurs = tool !== process.execPath;
  const program = isOurs ? `node_modules/.bin/${tool}${isWindows ? '.cmd' : ''}` : tool;
  const child = spawn(program, rest, {
    stdio: ['ignore', output, output],
    shell: isWindows && isOurs,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => (printed += data));
  return new Promise((done) => {
    child.on('close', (code) => done({ code: code ?? 1, printed }));
    child.on('error', (error) => done({ code: 1, printed: String(error) }));
  });
}
