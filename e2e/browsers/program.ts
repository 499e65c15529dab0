import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** A program that runs beside us, and is ended when it is disposed of. */
export type Program = AsyncDisposable & {
  /** Waits for it to say something; half a minute at most. Returns the first group. */
  until(words: RegExp): Promise<string>;
};

export function startProgram(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (said += String(data)));
  const ended = once(child, 'exit').catch((error: unknown) => (said += String(error)));

  return {
    async until(words) {
      for (let tries = 0; tries < 300 && !words.test(said); tries += 1) await wait(100);
      const found = words.exec(said);
      if (!found) throw new Error(`${command} never said ${String(words)}, but: ${said}`);
      return found[1] ?? '';
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
