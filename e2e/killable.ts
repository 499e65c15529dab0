import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Ports } from '../local/cloud.ts';
import { freePortFrom } from '../local/ports.ts';
import { steadyPort } from './steady-port.ts';

/** Ports that stay the same while a cloud is killed and started again. */
export async function fixedPorts(): Promise<Ports> {
  const api = await steadyPort();
  const cognito = await freePortFrom(api + 1);
  const inbox = await freePortFrom(cognito + 1);
  return { api, cognito, inbox, aws: await freePortFrom(inbox + 1) };
}

/** The local cloud over a folder's synthesis and state, as a process of its own. */
export async function killableCloud(folder: string, ports: Ports): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'cloud-process.ts');
  const child = spawn(process.execPath, [script, folder, JSON.stringify(ports)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Ends it as the loss of power would. */
export async function kill(victim: ChildProcess): Promise<void> {
  victim.kill('SIGKILL');
  await once(victim, 'exit');
}
