/** `npm run account`: an empty AWS account on this machine, for `npx ampx sandbox` to deploy into; then the app. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer } from 'vite';
import { accountEnvironment } from './account-environment.ts';
import { startAccount } from './account.ts';
import { ownPagesOnly } from './app-server.ts';
import { home, outputsFile, stateFolder } from './home.ts';
import {
  createLog,
  movedTo,
  stopOnSignal,
  takeStateOrGiveUp,
  usualPorts,
  wantedPorts,
} from './run-cloud.ts';
import { say } from './say.ts';

await takeStateOrGiveUp();
// Of the cloud of `npm start`, which does not run now; commands such as `npm run token` would ask it.
rmSync(outputsFile, { force: true });
const account = await startAccount({
  folder: join(stateFolder, 'account'),
  ports: await usualPorts(),
  log: createLog(),
});
const app = new AsyncDisposableStack();
stopOnSignal(async () => {
  await app.disposeAsync();
  await account.close();
});
const settings = Object.entries(accountEnvironment(account.url));
say(`
  An AWS account is running on this machine. In another terminal:

${settings.map(([name, value]) => `  export ${name}=${value}`).join('\n')}
  npx ampx sandbox --once

  Then the app is here. Ctrl+C stops; what is deployed stays. docs/sandbox.md says more.
`);

while (!isDeployed()) await sleep(500);
const server = await createServer({
  clearScreen: false,
  logLevel: 'warn',
  server: { port: wantedPorts.app },
  plugins: [ownPagesOnly()],
});
app.defer(() => server.close());
await server.listen();
const appUrl = server.resolvedUrls?.local[0] ?? '';
say(`
  App      ${appUrl}
  Inbox    ${account.running()?.inbox.url}   sign-up codes and mail arrive here
`);
for (const line of movedTo({ app: appUrl, aws: account.url })) say(`  ${line}`);

/** Whether the outputs that Amplify wrote are of this account, and not of one in AWS. */
function isDeployed(): boolean {
  try {
    const written = readFileSync(join(home, 'amplify_outputs.json'), 'utf8');
    const { custom } = JSON.parse(written) as { custom?: { awsEndpoint?: string } };
    return account.running() !== undefined && custom?.awsEndpoint === account.url;
  } catch {
    return false;
  }
}
