#!/usr/bin/env node
/** `amplify-local [project folder]`: runs the project's backend on this machine and follows its changes. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBackend, type LocalBackend } from './start-backend.ts';
import { follow, nextChange } from './synthesis/follow-changes.ts';
import { createRedeploy } from './synthesis/redeploy.ts';
import { createSourceScanner } from './synthesis/source-scanner.ts';
import { freePortFrom } from './machine/free-ports.ts';
import { lockState } from './machine/state-lock.ts';
import { synthesize } from './synthesis/synthesize.ts';

const projectFolder = resolve(process.argv[2] ?? '.');
const state = join(projectFolder, '.amplify/local');
const outputsFile = join(projectFolder, 'amplify_outputs.json');

if (!existsSync(join(projectFolder, 'amplify/backend.ts')))
  exitWith(`${projectFolder} has no amplify/backend.ts. Usage: amplify-local [project folder]`);
mkdirSync(state, { recursive: true });
if (!(await lockState(state))) exitWith(`The backend of ${projectFolder} is already running.`);

let running: LocalBackend | undefined;
const scan = createSourceScanner(projectFolder);
const redeploy = createRedeploy({
  folders: [join(state, 'cdk.out'), join(state, 'cdk.out.other')],
  synthesize: (folder, signal) => synthesize(folder, { projectFolder }, signal),
  run,
  report: (problem) => void (problem !== undefined && printError(problem)),
});

let since = scan();
while (!(await redeploy(() => scan().content === since.content)))
  since = (await nextChange(since, false, { scan })) ?? since;
const following = follow({ scan, since, redeploy });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().finally(() => process.exit(0)));

async function run(assembly: string): Promise<void> {
  if (running) await running.update(assembly);
  running ??= await startBackend({
    assembly,
    state,
    ports: {
      api: await freePortFrom(5174),
      cognito: await freePortFrom(5184),
      inbox: await freePortFrom(5194),
      aws: await freePortFrom(5204),
      s3: await freePortFrom(5214),
    },
    log: printError,
  });
  const outputs = await running.outputs();
  writeFileSync(outputsFile, `${JSON.stringify(outputs, null, 2)}\n`);
  print(`
  The backend is running on this machine.

  API      ${running.apiUrl}
  Cognito  ${running.cognito.url}
  Inbox    ${running.inbox.url}   sign-up codes and mail arrive here
  AWS      ${running.awsUrl}   AWS_ENDPOINT_URL for SDKs and the CLI

  Its addresses are in ${outputsFile}. Changes to amplify/ take effect when saved. Ctrl+C stops it.
`);
}

async function stop(): Promise<void> {
  await following[Symbol.asyncDispose]();
  await running?.close();
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function printError(text: string): void {
  process.stderr.write(`${text}\n`);
}

function exitWith(problem: string): never {
  printError(problem);
  process.exit(1);
}
