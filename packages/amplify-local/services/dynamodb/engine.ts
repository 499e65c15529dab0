import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { engineBinary } from './engine-binary.ts';
import { anyFreeAddress } from '../../machine/free-ports.ts';
import { spawnParentBound } from './parent-bound-process.ts';

/** A running DynamoDB. */
export type Engine = {
  readonly url: string;
  /** Undefined if we did not start the engine. */
  readonly pid: number | undefined;
  readonly close: () => Promise<void>;
};

export type EngineOptions = {
  readonly databaseFile: string;
  /** The address to listen at; by default one that is hard to guess. */
  readonly url?: string;
  /** Finds a free host and port; by default ones that are hard to guess. */
  readonly findAddress?: () => Promise<string>;
};

/**
 * Starts the engine with its database file, which is created if absent. If DYNAMODB_ENDPOINT is set, that
 * engine is used and nothing is started. The engine answers everyone, including web pages, so it listens
 * at an address that is hard to guess.
 */
export async function startEngine({
  databaseFile,
  url,
  findAddress = anyFreeAddress,
}: EngineOptions): Promise<Engine> {
  const elsewhere = process.env['DYNAMODB_ENDPOINT'];
  if (elsewhere) return engineAt(elsewhere);

  const file = resolve(databaseFile);
  await mkdir(dirname(file), { recursive: true });
  const { address, child } = url
    ? await startAt(url, file)
    : await startAnywhere(findAddress, file);
  return {
    url: address,
    pid: child.pid,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

type Started = { readonly address: string; readonly child: ChildProcess };

/** An address that was free a moment ago may be taken by now, so it tries again. */
async function startAnywhere(findAddress: () => Promise<string>, file: string): Promise<Started> {
  for (let attemptsLeft = 5; ; attemptsLeft -= 1) {
    try {
      return await startAt(`http://${await findAddress()}`, file);
    } catch (error) {
      if (attemptsLeft === 0 || !String(error).includes('already in use')) throw error;
    }
  }
}

async function startAt(address: string, file: string): Promise<Started> {
  const { hostname, port } = new URL(address);
  const args = `--host ${hostname} --port ${port} --db-path`.split(' ');
  const child = spawnParentBound(engineBinary(), [...args, file]);
  await untilListening(child);
  return { address, child };
}

/**
 * The engine prints on stderr that it listens, or why it cannot. Polling its port instead could be
 * answered by another engine that already uses the port.
 */
async function untilListening(child: ChildProcess): Promise<void> {
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () =>
      reject(new Error(`The DynamoDB engine did not start: ${printed.trim()}`)),
    );
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.includes('listening on')) resolve();
    });
  });
  child.stderr?.removeAllListeners('data').resume();
}

async function engineAt(endpoint: string): Promise<Engine> {
  const url = endpoint.replace(/\/+$/, '');
  // Engines answer GET differently; any answer will do.
  await fetch(url).catch((cause: unknown) => {
    throw new Error(`DYNAMODB_ENDPOINT is ${endpoint}, but nothing answers there.`, { cause });
  });
  return { url, pid: undefined, close: async () => {} };
}
