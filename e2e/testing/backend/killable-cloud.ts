import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Ports } from '../../../packages/amplify-local/start-backend.ts';
import { freePortFrom } from '../../../packages/amplify-local/machine/free-ports.ts';
import { stablePort } from './stable-port.ts';

/** Ports that stay the same while a cloud is killed and restarted. */
export async function fixedPorts(): Promise<Ports> {
  const api = await stablePort();
  const cognito = await freePortFrom(api + 1);
  const inbox = await freePortFrom(cognito + 1);
  const aws = await freePortFrom(inbox + 1);
  return { api, cognito, inbox, aws, s3: await freePortFrom(aws + 1) };
}

/** Starts the local cloud as a separate process, with the assembly and state of a folder. */
export async function startKillableCloud(folder: string, ports: Ports): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'cloud-process.ts');
  const child = spawn(process.execPath, [script, folder, JSON.stringify(ports)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Kills it without warning, like a power failure. */
export async function kill(victim: ChildProcess): Promise<void> {
  victim.kill('SIGKILL');
  await once(victim, 'exit');
}
