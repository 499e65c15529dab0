/** `npm run account`: an empty AWS account on this machine, for `npx ampx sandbox` to deploy into; then the app. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer } from 'vite';
import { accountEnvironment } from '../packages/amplify-local/account/account-environment.ts';
import { startAccount } from '../packages/amplify-local/account/local-account.ts';
import { sameOriginOnly } from './same-origin-only.ts';
import { projectFolder, outputsFile, stateFolder } from './project-paths.ts';
import {
  createLog,
  movedPortNotices,
  stopOnSignal,
  lockStateOrExit,
  findFreePorts,
  defaultPorts,
} from './run-cloud.ts';
import { print } from './print.ts';
import { stopWithParent } from './stop-with-parent.ts';

stopWithParent();
await lockStateOrExit();
// Written by `npm start`, which is not running now; commands such as `npm run token` would still use it.
rmSync(outputsFile, { force: true });
const account = await startAccount({
  folder: join(stateFolder, 'account'),
  ports: await findFreePorts(),
  log: createLog(),
});
const app = new AsyncDisposableStack();
stopOnSignal(async () => {
  await app.disposeAsync();
  await account.close();
});
const settings = Object.entries(accountEnvironment(account.url));
print(`
  An AWS account is running on this machine. In another terminal:

${settings.map(([name, value]) => `  export ${name}=${value}`).join('\n')}
  npx ampx sandbox --once

  Then the app starts here. Ctrl+C stops it; deployed resources are kept. More in docs/sandbox.md.
`);

while (!isDeployed()) await sleep(500);
const server = await createServer({
  clearScreen: false,
  logLevel: 'warn',
  server: { port: defaultPorts.app },
  plugins: [sameOriginOnly()],
});
app.defer(() => server.close());
await server.listen();
const appUrl = server.resolvedUrls?.local[0] ?? '';
print(`
  App      ${appUrl}
  Inbox    ${account.running()?.inbox.url}   sign-up codes and mail arrive here
`);
for (const line of movedPortNotices({ app: appUrl, aws: account.url })) print(`  ${line}`);

/** Whether Amplify's outputs file describes this account rather than one in AWS. */
function isDeployed(): boolean {
  try {
    const written = readFileSync(join(projectFolder, 'amplify_outputs.json'), 'utf8');
    const { custom } = JSON.parse(written) as { custom?: { awsEndpoint?: string } };
    return account.running() !== undefined && custom?.awsEndpoint === account.url;
  } catch {
    return false;
  }
}
