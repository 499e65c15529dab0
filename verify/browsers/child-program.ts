import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** A program that runs until it is disposed of. */
export type ChildProgram = AsyncDisposable & {
  /** Waits up to half a minute for output that matches. Returns the first group. */
  until(pattern: RegExp): Promise<string>;
};

export function startProgram(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProgram {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (output += String(data)));
  const ended = once(child, 'exit').catch((error: unknown) => (output += String(error)));

  return {
    async until(pattern) {
      for (let tries = 0; tries < 300 && !pattern.test(output); tries += 1) await wait(100);
      const found = pattern.exec(output);
      if (!found) throw new Error(`${command} never said ${String(pattern)}, but: ${output}`);
      return found[1] ?? '';
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
