import { writeFileSync } from 'node:fs';
import { startCloud, type Cloud, type Ports } from './cloud.ts';
import { createDemoAccounts, demoAccounts, demoPassword } from './demo-accounts.ts';
import { logFile, outputsFile, stateFolder } from './home.ts';
import { takeState } from './one-at-a-time.ts';
import { own } from './own.ts';
import { freePortFrom } from './ports.ts';
import { say } from './say.ts';
import { createLogFile, createTerminal } from './terminal.ts';

/** Where everything is, unless others are there. */
export const wantedPorts = { app: 5173, api: 5174, cognito: 5184, inbox: 5194, aws: 5204 };

/** The local cloud as the commands run it, from what was synthesized into the folder: on its usual ports, with people to sign in as. */
export async function runCloud(assembly: string): Promise<Cloud> {
  const cloud = await startCloud({
    assembly,
    state: stateFolder,
    ports: await usualPorts(),
    log: createLog(),
  });
  await createDemoAccounts(cloud.cognito);
  await writeOutputs(cloud);
  return cloud;
}

/** Short in the terminal, whole in the file. */
export function createLog(): (line: string) => void {
  const terminal = createTerminal(say);
  const file = createLogFile(logFile);
  return (line) => {
    terminal(line);
    file(line);
  };
}

/** One at a time: two over one state would overwrite each other's accounts. */
export async function takeStateOrGiveUp(): Promise<void> {
  if (!(await takeState(stateFolder)))
    giveUp('Formstead is already running from this folder. Stop it first: Ctrl+C where it runs.');
}

/** The same from day to day, unless others have them. */
export async function usualPorts(): Promise<Ports> {
  return {
    api: await freePortFrom(wantedPorts.api),
    cognito: await freePortFrom(wantedPorts.cognito),
    inbox: await freePortFrom(wantedPorts.inbox),
    aws: await freePortFrom(wantedPorts.aws),
  };
}

/** Where the app, built or in development, finds this cloud. */
export async function writeOutputs(cloud: Cloud): Promise<void> {
  writeFileSync(outputsFile, `${JSON.stringify(await cloud.outputs(), null, 2)}\n`);
  process.env['AMPLIFY_OUTPUTS'] = outputsFile;
}

type Welcome = {
  readonly cloud: Cloud;
  readonly appUrl: string;
  /** When the command began, by the clock of `performance`. */
  readonly started: number;
  /** What becomes of a change. */
  readonly changes: string;
};

/** What a newcomer needs to see, and nothing else. */
export function sayWelcome({ cloud, appUrl, started, changes }: Welcome): void {
  const [person, owner] = demoAccounts;
  const moved = movedTo({
    app: appUrl,
    api: cloud.apiUrl,
    cognito: cloud.cognito.url,
    inbox: cloud.inbox.url,
    aws: cloud.awsUrl,
  });
  say(`
  Formstead is running. (${((performance.now() - started) / 1000).toFixed(1)} s)

  App      ${appUrl}
  Inbox    ${cloud.inbox.url}   sign-up codes and mail arrive here
  API      ${cloud.apiUrl}
  AWS      ${cloud.awsUrl}   queues and faults: docs/mail.md

  Sign in  ${person?.email} or ${owner?.email}
           password ${demoPassword}
${moved.map((line) => `\n  ${line}`).join('')}${moved.length > 0 ? '\n' : ''}
  ${changes}
  Ctrl+C stops; npm run reset starts over. The whole log: .local/cloud.log
`);
}

const names = {
  app: 'the app',
  api: 'the API',
  cognito: 'sign-in',
  inbox: 'the inbox',
  aws: 'AWS',
} as const satisfies Record<keyof typeof wantedPorts, string>;

/** A sentence about each address that is another one today, because somebody else listens at the usual one. */
export function movedTo(urls: {
  readonly [Name in keyof typeof names]?: string;
}): readonly string[] {
  return (Object.keys(names) as (keyof typeof names)[]).flatMap((name) => {
    const wanted = wantedPorts[name];
    const { port } = new URL(own(urls, name) ?? `http://localhost:${wanted}`);
    if (port === String(wanted)) return [];
    const sentence = `Port ${wanted} is taken, so ${names[name]} is on ${port} today.`;
    if (name !== 'app') return [sentence];
    // To a browser another port is another site.
    return [
      sentence,
      `Drafts, the outbox and who is signed in belong to http://localhost:${wanted}: what was left there is not lost, but not seen here.`,
    ];
  });
}

/** Ends every part in order when the person stops the command. */
export function stopOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)));
}

export function giveUp(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
