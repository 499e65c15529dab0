import { writeFileSync } from 'node:fs';
import { startCloud, type Cloud, type Ports } from './cloud.ts';
import { createDemoAccounts, demoAccounts, demoPassword } from './demo-accounts.ts';
import { assemblyFolder, outputsFile, stateFolder } from './home.ts';
import { takeState } from './one-at-a-time.ts';
import { freePortFrom } from './ports.ts';
import { say } from './say.ts';
import { synthesize } from './template/synthesize.ts';

/** The local cloud as the commands run it: synthesized, on its usual ports, with people to sign in as. */
export async function runCloud(): Promise<Cloud> {
  await takeStateOrGiveUp();
  const synthesis = await synthesize(assemblyFolder);
  if (!synthesis.ok) return giveUp(synthesis.message);
  const cloud = await startCloud({
    assembly: assemblyFolder,
    state: stateFolder,
    ports: await usualPorts(),
    log: say,
  });
  await createDemoAccounts(cloud.cognito);
  await writeOutputs(cloud);
  return cloud;
}

/** One at a time: two over one state would overwrite each other's accounts. */
export async function takeStateOrGiveUp(): Promise<void> {
  if (!(await takeState(stateFolder)))
    giveUp('Formstead is already running from this folder. Stop it first: Ctrl+C where it runs.');
}

/** The same from day to day, unless others have them. */
export async function usualPorts(): Promise<Ports> {
  return {
    api: await freePortFrom(5174),
    cognito: await freePortFrom(5184),
    inbox: await freePortFrom(5194),
    aws: await freePortFrom(5204),
  };
}

/** Where the app, built or in development, finds this cloud. */
export async function writeOutputs(cloud: Cloud): Promise<void> {
  writeFileSync(outputsFile, `${JSON.stringify(await cloud.outputs(), null, 2)}\n`);
  process.env['AMPLIFY_OUTPUTS'] = outputsFile;
}

/** What a newcomer needs to see, and nothing else. */
export function sayWelcome(cloud: Cloud, appUrl: string, started: number): void {
  const [person, owner] = demoAccounts;
  say(`
  Formstead is running. (${((performance.now() - started) / 1000).toFixed(1)} s)

  App      ${appUrl}
  Inbox    ${cloud.inbox.url}   sign-up codes and mail arrive here
  API      ${cloud.apiUrl}
  AWS      ${cloud.awsUrl}   queues and faults: docs/mail.md

  Sign in  ${person?.email} or ${owner?.email}
           password ${demoPassword}

  Your form is forms/pwausers.ts. Change it, and the page and the API follow.
  Ctrl+C stops; npm run reset starts over.
`);
}

/** Ends every part in order when the person stops the command. */
export function stopOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)));
}

function giveUp(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
