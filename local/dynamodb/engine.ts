import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { engineBinary } from './binary.ts';
import { anyFreePlace } from '../ports.ts';
import { spawnMortal } from './mortal-child.ts';

/** A running DynamoDB. */
export type Engine = {
  readonly url: string;
  /** None when the engine is somebody else's. */
  readonly pid: number | undefined;
  readonly close: () => Promise<void>;
};

export type EngineOptions = {
  readonly databaseFile: string;
  /** Where it has to be; where nobody looks when left out. */
  readonly url?: string;
  /** A host and a port that nobody has; otherwise one that nobody guesses. */
  readonly findPlace?: () => Promise<string>;
};

/**
 * Starts the engine over its database file, made when absent. With DYNAMODB_ENDPOINT set, that
 * engine is used and nothing is started. It answers whoever finds it, pages of the web too, so it listens
 * where nobody looks.
 */
export async function startEngine({
  databaseFile,
  url,
  findPlace = anyFreePlace,
}: EngineOptions): Promise<Engine> {
  const elsewhere = process.env['DYNAMODB_ENDPOINT'];
  if (elsewhere) return engineAt(elsewhere);

  const file = resolve(databaseFile);
  await mkdir(dirname(file), { recursive: true });
  const { place, child } = url ? await startAt(url, file) : await startAnywhere(findPlace, file);
  return {
    url: place,
    pid: child.pid,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

type Started = { readonly place: string; readonly child: ChildProcess };

/** Where nobody listened a moment ago, somebody may by now. */
async function startAnywhere(findPlace: () => Promise<string>, file: string): Promise<Started> {
  for (let left = 5; ; left -= 1) {
    try {
      return await startAt(`http://${await findPlace()}`, file);
    } catch (error) {
      if (left === 0 || !String(error).includes('already in use')) throw error;
    }
  }
}

async function startAt(place: string, file: string): Promise<Started> {
  const { hostname, port } = new URL(place);
  const args = `--host ${hostname} --port ${port} --db-path`.split(' ');
  const child = spawnMortal(engineBinary(), [...args, file]);
  await untilListening(child);
  return { place, child };
}

/**
 * The engine says on stderr that it listens, or why it cannot. Asking its port instead could be
 * answered by another engine that already has the port.
 */
async function untilListening(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () =>
      reject(new Error(`The DynamoDB engine did not start: ${said.trim()}`)),
    );
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('listening on')) resolve();
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
