/**
 * `npm run check`: types, lint and rooms, format, unused code, the lock file,
 * licences, docs and the quick tests.
 * `npm test` (`--all`) adds the pages and the journeys in a real browser.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { installBrowser } from './browser.js';

const everything = process.argv.includes('--all');

/** The slowest first, so that nothing is left waiting for one core at the end. */
const programs = {
  local: 'local',
  e2e: 'e2e',
  amplify: 'amplify',
  src: 'src',
  'service worker': 'src/service-worker',
  'the starter': 'bench/peers/starter',
  tools: 'tools',
  tests: 'tools/tests.tsconfig.json',
  core: 'core',
  forms: 'forms',
};

/** @type {[string, string[]][]} */
const checks = [
  ['lint', ['oxlint', '--deny-warnings']],
  ...Object.entries(programs).map(
    ([name, path]) => /** @type {[string, string[]]} */ ([`types of ${name}`, ['tsc', '-p', path]]),
  ),
  ['unused code', ['knip']],
  ['format', ['oxfmt', '--check']],
  ['lock file', [process.execPath, 'tools/lock.js', '--check']],
  ['licences', [process.execPath, 'tools/licences.js', '--check']],
  ['docs', [process.execPath, 'tools/docs.js']],
  ['prices', [process.execPath, 'tools/cost/write.ts', '--check']],
];

const passed = await runAll([...checks]);
if (!passed) process.exit(1);
if (everything) installBrowser();
// What takes too long for every push: `npm run prove:offline`.
const tests = everything ? ['--exclude', '**/*.prove.ts'] : ['--project', 'meaning'];
const { code } = await run(['vitest', 'run', ...tests], 'inherit');
process.exitCode = code;

/** As many at a time as there are cores; says each as it ends, and what the failing ones said. */
async function runAll(/** @type {[string, string[]][]} */ waiting) {
  let allPassed = true;
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command] = next;
      const started = performance.now();
      const { code, said } = await run(command, 'pipe');
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
      if (code !== 0) process.stdout.write(`${said}\n`);
      allPassed &&= code === 0;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return allPassed;
}

/**
 * @param {string[]} command @param {'pipe' | 'inherit'} output
 * @returns {Promise<{ code: number, said: string }>}
 */
function run([tool = '', ...rest], output) {
  const isWindows = process.platform === 'win32';
  const isOurs = tool !== process.execPath;
  const program = isOurs ? `node_modules/.bin/${tool}${isWindows ? '.cmd' : ''}` : tool;
  const child = spawn(program, rest, {
    stdio: ['ignore', output, output],
    shell: isWindows && isOurs,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += data));
  return new Promise((done) => {
    child.on('close', (code) => done({ code: code ?? 1, said }));
    child.on('error', (error) => done({ code: 1, said: String(error) }));
  });
}
