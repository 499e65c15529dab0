/**
 * `npm run verify -- install`: installs and uses a fresh clone of the last commit, with the npm of Node 20,
 * the npm of Node 22 and of Amplify Hosting, and the newest, each with its Node and an empty cache.
 * `npm run verify -- install 10.9.4` tries one of them.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pipelineDeploy, untilAccount } from '../deploy/pipeline-deploy.ts';

const pairs = [
  { node: '20', npm: '10.8.2' },
  { node: '22', npm: '10.9.4' },
  { node: '24', npm: 'latest' },
];
const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'formstead-install-'));
const isWindows = process.platform === 'win32';
let failed = 0;

try {
  for (const pair of pairs.filter(({ npm }) => wanted.length === 0 || wanted.includes(npm)))
    await verifyPair(pair);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) process.exitCode = 1;

async function verifyPair({ node, npm }: { readonly node: string; readonly npm: string }) {
  const environment = withPath(toolsOf(node, npm));
  const run = (command: string, args: readonly string[], cwd = folder) => {
    const { stdout, stderr, status } = spawnSync(command, args, {
      cwd,
      env: environment,
      encoding: 'utf8',
      shell: isWindows,
    });
    return { printed: `${stdout}${stderr}`, status };
  };
  print(
    `\nnpm ${run('npm', ['-v']).printed.trim()} under Node ${run('node', ['-v']).printed.trim()}`,
  );

  const clone = join(folder, `clone-${npm}`);
  execFileSync('git', ['clone', '--quiet', process.cwd(), clone]);

  const before = run('npm', ['start'], clone);
  check(
    'before an install, npm start prints what to do',
    before.status !== 0 && before.printed.includes('npm ci'),
    before.printed,
  );

  const install = run('npm', ['ci'], clone);
  check('npm ci', install.status === 0, install.printed);
  if (install.status !== 0) return;
  const dangling = danglingLinks(join(clone, 'node_modules'));
  check('every link in node_modules has a target', dangling.length === 0, dangling.join('\n'));
  const changed = run('git', ['status', '--porcelain'], clone).printed;
  check('no committed file has changed', changed === '', changed);

  const version = run('npm', ['exec', '--', 'node', '-v'], clone).printed;
  check('npm scripts run on the project’s own Node 24', version.startsWith('v24.'), version);
  await verifyStart(clone, environment);

  // Uses the local cloud that npm start just started instead of AWS.
  environment['AMPLIFY_OUTPUTS'] = '.local/amplify_outputs.json';
  const build = run('npm', ['run', 'build'], clone);
  check(
    'a production build',
    build.status === 0 && existsSync(join(clone, 'dist/index.html')),
    build.printed,
  );
  const deployment = pipelineDeploy(clone, environment);
  check(
    'ampx pipeline-deploy, up to the account it needs',
    untilAccount.every((step) => step.test(deployment.printed)),
    deployment.printed,
  );

  rmSync(join(clone, 'node_modules'), { recursive: true });
  const bare = run('npm', ['ci', '--ignore-scripts'], clone);
  check('npm ci --ignore-scripts', bare.status === 0, bare.printed);
  if (Number(node) >= 24) await verifyStart(clone, environment);
  else {
    const { printed, status } = run('npm', ['start'], clone);
    const isExplained = status !== 0 && /needs Node/.test(printed) && /npm ci/.test(printed);
    check('npm start then says which Node it needs, and what to do', isExplained, printed);
  }
  rmSync(clone, { recursive: true });
}

/** Installs a Node and an npm from the registry side by side. Returns their folder. */
function toolsOf(node: string, npm: string): string {
  const toolsFolder = join(folder, `tools-${npm}`);
  mkdirSync(toolsFolder);
  writeFileSync(
    join(toolsFolder, 'package.json'),
    JSON.stringify({ allowScripts: { node: true } }),
  );
  const args = ['install', '--no-fund', '--no-audit', `node@${node}`, `npm@${npm}`];
  execFileSync('npm', args, {
    cwd: toolsFolder,
    shell: isWindows,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(toolsFolder, 'node_modules/.bin');
}

/** The environment of a new terminal: without npm's variables for scripts, and with an empty cache. */
function withPath(tools: string): NodeJS.ProcessEnv {
  const fromNpm =
    /^(npm_(?!config_(registry|userconfig|cafile)$).*|NODE|INIT_CWD|(AMPLIFY|FORMSTEAD)_.*)$/;
  const inherited = Object.entries(process.env).filter(([name]) => !fromNpm.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const others = path.filter((it) => !/node_modules|node-gyp-bin/.test(it));
  return {
    ...Object.fromEntries(inherited),
    PATH: [tools, ...others].join(delimiter),
    npm_config_cache: join(folder, 'cache'),
  };
}

async function verifyStart(clone: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const command = spawn('npm', ['start'], { cwd: clone, env: environment, detached: true });
  let printed = '';
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (data) => (printed += String(data)));
  try {
    for (let tries = 0; tries < 900 && command.exitCode === null; tries += 1) {
      if (printed.includes('Ctrl+C stops')) break;
      await wait(100);
    }
    const app = await statusOf(/App\s+(http\S+)/.exec(printed)?.[1]);
    const api = await statusOf(/API\s+(http\S+)/.exec(printed)?.[1], 'pwausers');
    check(
      'npm start works: the app answers 200, and the API 401 without a token',
      app === 200 && api === 401,
      `${printed}\nThe app answered ${app}, the API ${api}.`,
    );
  } finally {
    await stop(command);
  }
}

async function statusOf(url: string | undefined, path = ''): Promise<number | undefined> {
  if (url === undefined) return undefined;
  const { status } = await fetch(new URL(path, url));
  return status;
}

/** Like Ctrl+C: ends npm and its children. */
async function stop(command: ChildProcess): Promise<void> {
  if (command.exitCode !== null || command.pid === undefined) return;
  const ended = once(command, 'exit');
  process.kill(-command.pid, 'SIGINT');
  await ended;
}

function danglingLinks(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((it) => it.isSymbolicLink())
    .map((it) => join(it.parentPath, it.name))
    .filter((path) => !existsSync(path));
}

function check(what: string, isTrue: boolean, printed: string): void {
  if (!isTrue) failed += 1;
  print(`${isTrue ? '✓' : '✗'} ${what}`);
  if (!isTrue) print(printed.trim().replaceAll(/^/gm, '    '));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
