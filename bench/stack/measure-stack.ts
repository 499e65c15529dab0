import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startTwoProcessCloud } from '../../verify/delivery/cloud/two-process-cloud.ts';
import { createLoadClient } from '../../verify/load/load-client.ts';
import { measureRate } from '../../verify/load/request-rate.ts';
import { synthesizeInto } from '../../e2e/testing/backend/test-backend.ts';
import { callEngine } from '../../packages/amplify-local/services/dynamodb/call-engine.ts';
import { copyProject } from '../../tools/copy-project.js';
import { functionBundle } from '../function-bundle.ts';
import { figure, interleaved, median, quantile, ratio, type Measures } from '../statistics.ts';

/** How long `npm start` takes, and what the local gateway costs compared with the bare function. */
export async function measureStack(folder: string): Promise<Measures> {
  return { ...(await startTime()), ...(await gatewayMeasures(join(folder, 'stack'))) };
}

async function startTime(): Promise<Measures> {
  const seconds: number[] = [];
  for (let n = 0; n < 3; n += 1) seconds.push(await secondsToStart());
  return { 'npm start in an installed copy, to running (s)': { value: median(seconds) } };
}

async function secondsToStart(): Promise<number> {
  const copy = copyProject();
  const began = performance.now();
  const command = spawn(process.execPath, ['dev/start.ts'], { cwd: copy });
  let output = '';
  while (!output.includes(' is running. ('))
    output += String(((await once(command.stdout, 'data')) as unknown[])[0]);
  const seconds = (performance.now() - began) / 1000;
  command.kill('SIGINT');
  if (command.exitCode === null) await once(command, 'exit');
  rmSync(copy, { recursive: true, force: true });
  return seconds;
}

/** Both with the same engine, alternating; eight clients that each wait for their response. */
async function gatewayMeasures(folder: string): Promise<Measures> {
  // Without the stage's throttle.
  const assembly = await synthesizeInto(folder, ({ Type, Properties }) => {
    if (Type === 'AWS::ApiGateway::Stage') delete Properties['MethodSettings'];
  });
  const someone = { email: 'person@example.com', groups: [] };
  await using cloud = await startTwoProcessCloud(assembly, [someone]);
  await using bare = await startBareServer(functionBundle(assembly, 'api'), cloud.engineUrl);
  const origins = { gateway: cloud.apiOrigin, bare: bare.origin };
  const token = cloud.people[0]?.idToken ?? '';
  const perSecond = { gateway: [] as number[], bare: [] as number[] };
  const waits = { gateway: [] as number[], bare: [] as number[] };
  for (const which of interleaved(['gateway', 'bare'] as const, 4)) {
    const caller = createLoadClient(origins[which]);
    const rate = await measureRate({ callers: 8, seconds: 3 }, async () => {
      const began = performance.now();
      const { status } = await caller.call({
        method: 'POST',
        path: 'pwausers',
        token,
        headers: { 'Idempotency-Key': randomUUID() },
        body: { fname: 'Mickey', lname: 'Mouse' },
      });
      if (status !== 201) throw new Error(`The ${which} answers ${status}.`);
      waits[which].push(performance.now() - began);
    });
    perSecond[which].push(rate);
    caller.close();
  }
  const last = (which: 'gateway' | 'bare') => median(perSecond[which].slice(1));
  const tail = (which: 'gateway' | 'bare', share: number) => quantile(waits[which], share);
  return {
    'submissions a second through the local gateway, of the bare function’s': {
      value: last('gateway') / last('bare'),
      how: `${figure(last('gateway'))} against ${figure(last('bare'))}; p50 ${figure(tail('gateway', 0.5))} and ${figure(tail('bare', 0.5))} ms, p99 ${figure(tail('gateway', 0.99))} and ${figure(tail('bare', 0.99))} ms`,
    },
    'waiting for the local gateway, p99, of the bare function’s': ratio(
      tail('gateway', 0.99),
      tail('bare', 0.99),
      'ms',
    ),
  };
}

async function startBareServer(bundle: string, engineUrl: string) {
  const { TableNames } = await callEngine<{ TableNames: string[] }>(engineUrl, 'ListTables', {});
  const server = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), bundle], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      TABLE_NAME: TableNames[0],
      AWS_ENDPOINT_URL_DYNAMODB: engineUrl,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
    },
  });
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  return {
    origin: `http://127.0.0.1:${String(port).trim()}`,
    async [Symbol.asyncDispose]() {
      server.kill();
      await once(server, 'exit');
    },
  };
}
