import { writeFileSync } from 'node:fs';
import { brand } from '#brand/brand.ts';
import { readTheme } from '#brand/read-theme.ts';
import {
  startBackend,
  type LocalBackend,
  type Ports,
} from '../packages/amplify-local/start-backend.ts';
import { createDemoAccounts, demoAccounts, demoPassword } from './demo-accounts.ts';
import { logFile, outputsFile, stateFolder, stateLockName } from './project-paths.ts';
import { lockState } from '../packages/amplify-local/machine/state-lock.ts';
import { getOwn } from '../packages/amplify-local/template/get-own-value.ts';
import { freePortFrom } from '../packages/amplify-local/machine/free-ports.ts';
import { print } from './print.ts';
import { createJsonLog, createLogFile, createTerminalLog } from './terminal-log.ts';

/** The ports used unless they are taken. */
export const defaultPorts = {
  app: 5173,
  api: 5174,
  cognito: 5184,
  inbox: 5194,
  aws: 5204,
  s3: 5214,
};

/** Starts the local cloud for a command, from a synthesized folder: on the usual ports, with the demo accounts. */
export async function runCloud(assembly: string): Promise<LocalBackend> {
  const cloud = await startBackend({
    assembly,
    state: stateFolder,
    ports: await findFreePorts(),
    log: createLog(),
    inboxLook: { name: brand.name, theme: readTheme() },
  });
  await createDemoAccounts(cloud.cognito);
  await writeOutputs(cloud);
  return cloud;
}

/** Logs one short line a request to the terminal, or JSON if `LOG` asks for it; and everything to a file. */
export function createLog(): (line: string) => void {
  const createLine = process.env['LOG'] === 'json' ? createJsonLog : createTerminalLog;
  const terminal = createLine(print);
  const file = createLogFile(logFile);
  return (line) => {
    terminal(line);
    file(line);
  };
}

/** Allows one cloud at a time per folder: two would overwrite each other's accounts. */
export async function lockStateOrExit(): Promise<void> {
  if (!(await lockState(stateFolder, stateLockName)))
    exitWithProblem(
      `${brand.name} is already running in this folder. Stop it first: press Ctrl+C in its terminal.`,
    );
}

/** The default ports, or for each that is taken the next free one. */
export async function findFreePorts(): Promise<Ports> {
  return {
    api: await freePortFrom(defaultPorts.api),
    cognito: await freePortFrom(defaultPorts.cognito),
    inbox: await freePortFrom(defaultPorts.inbox),
    aws: await freePortFrom(defaultPorts.aws),
    s3: await freePortFrom(defaultPorts.s3),
  };
}

/** Writes the outputs file, from which the app (built or in development) learns the cloud's addresses. */
export async function writeOutputs(cloud: LocalBackend): Promise<void> {
  writeFileSync(outputsFile, `${JSON.stringify(await cloud.outputs(), null, 2)}\n`);
  process.env['AMPLIFY_OUTPUTS'] = outputsFile;
}

type Welcome = {
  readonly cloud: LocalBackend;
  readonly appUrl: string;
  /** `performance.now()` when the command began. */
  readonly started: number;
  /** A sentence on how changes to the project take effect. */
  readonly changes: string;
};

/** Prints the addresses and accounts a new developer needs, and nothing else. */
export function printWelcome({ cloud, appUrl, started, changes }: Welcome): void {
  const [person, owner] = demoAccounts;
  const notices = movedPortNotices({
    app: appUrl,
    api: cloud.apiUrl,
    cognito: cloud.cognito.url,
    inbox: cloud.inbox.url,
    aws: cloud.awsUrl,
    s3: cloud.s3.url,
  });
  print(`
  ${brand.name} is running. (${((performance.now() - started) / 1000).toFixed(1)} s)

  App      ${appUrl}
  Inbox    ${cloud.inbox.url}   sign-up codes and mail arrive here
  API      ${cloud.apiUrl}
  AWS      ${cloud.awsUrl}   queues and faults: docs/mail.md

  Sign in  ${person?.email} or ${owner?.email}
           password ${demoPassword}
${notices.map((line) => `\n  ${line}`).join('')}${notices.length > 0 ? '\n' : ''}
  ${changes}
  Ctrl+C stops it. npm run reset deletes all local data. Full log: .local/cloud.log
`);
}

const names = {
  app: 'the app',
  api: 'the API',
  cognito: 'sign-in',
  inbox: 'the inbox',
  aws: 'AWS',
  s3: 'S3',
} as const satisfies Record<keyof typeof defaultPorts, string>;

/** A sentence for each address that differs today because its usual port is taken. */
export function movedPortNotices(urls: {
  readonly [Name in keyof typeof names]?: string;
}): readonly string[] {
  return (Object.keys(names) as (keyof typeof names)[]).flatMap((name) => {
    const wanted = defaultPorts[name];
    const { port } = new URL(getOwn(urls, name) ?? `http://localhost:${wanted}`);
    if (port === String(wanted)) return [];
    const sentence = `Port ${wanted} is in use, so ${names[name]} is on port ${port}.`;
    if (name !== 'app') return [sentence];
    // To a browser, another port is another site with its own storage.
    return [
      sentence,
      `The browser keeps drafts, the outbox and sign-in for http://localhost:${wanted}. Nothing is lost, but you will not see them at the new address.`,
    ];
  });
}

/** Closes everything in order when the command is stopped. */
export function stopOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)));
}

export function exitWithProblem(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
