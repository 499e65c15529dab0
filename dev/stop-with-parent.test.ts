import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { projectFolder } from './project-paths.ts';

const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Runs for as long as nobody ends it, and closes what it has opened. */
const program = `
  import { stopWithParent } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'stop-with-parent.ts')))};
  stopWithParent();
  process.on('SIGTERM', () => { console.log('closed'); process.exit(); });
  setInterval(() => {}, 1000);
  console.log('pid ' + process.pid);
`;

const commands = ['start', 'account', 'preview'];

test.skipIf(process.platform === 'win32').each(commands)(
  'when npm run %s is ended by its id, its program closes everything and ends',
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'npm-script-'));
    const [, file = expect.fail(name)] = / node (dev\/\S+)$/.exec(scripts[name] ?? '') ?? [];
    const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
    for (const it of ['tools', 'dev']) mkdirSync(join(folder, it));
    write('tools/node-version.js', '');
    write(file, program);
    write('package.json', JSON.stringify({ type: 'module', scripts }));
    const npm = spawn('npm', ['run', name], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    const pid = await new Promise<number>((resolve) => {
      npm.stdout.setEncoding('utf8').on('data', (text) => {
        output += text;
        const [, started] = /pid (\d+)\n/.exec(output) ?? [];
        if (started !== undefined) resolve(Number(started));
      });
    });
    onTestFinished(() => endIfThere(pid));
    // Not before everybody who could still write to the output has ended.
    const closed = once(npm, 'close');
    npm.kill('SIGTERM');
    await closed;
    expect(output).toContain('closed');
  },
);

test.each(commands)(
  'the program of npm run %s ends with its parent from the first moment',
  (name) => {
    const [, file = expect.fail(name)] = / node (dev\/\S+)$/.exec(scripts[name] ?? '') ?? [];
    const [first] =
      /^(?:await )?\w+\(.*$/m.exec(readFileSync(join(projectFolder, file), 'utf8')) ?? [];
    expect(first).toBe('stopWithParent();');
  },
);

function endIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
