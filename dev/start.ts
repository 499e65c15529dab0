/** `npm start`: runs the whole product on this machine and follows every change to the project. */
import { join } from 'node:path';
import { createServer } from 'vite';
import { sameOriginOnly } from './same-origin-only.ts';
import type { LocalBackend } from '../packages/amplify-local/start-backend.ts';
import { follow, nextChange } from '../packages/amplify-local/synthesis/follow-changes.ts';
import { createFormChanges } from './form-changes.ts';
import { createErrorOverlay } from './error-overlay.ts';
import { createSourceScanner } from '../packages/amplify-local/synthesis/source-scanner.ts';
import { createRedeploy } from '../packages/amplify-local/synthesis/redeploy.ts';
import { forgetAppUrl, rememberAppUrl } from './app-url.ts';
import { createTypeCheck } from './type-check.ts';
import { startWaitingPage } from './waiting-page.ts';
import {
  assemblyFolders,
  backendFolders,
  ourBackend,
  projectFolder,
  stateFolder,
} from './project-paths.ts';
import { freePortFrom } from '../packages/amplify-local/machine/free-ports.ts';
import {
  runCloud,
  printWelcome,
  stopOnSignal,
  lockStateOrExit,
  defaultPorts,
  writeOutputs,
} from './run-cloud.ts';
import { print } from './print.ts';
import { stopWithParent } from './stop-with-parent.ts';
import { synthesize } from '../packages/amplify-local/synthesis/synthesize.ts';

stopWithParent();
await lockStateOrExit();
print('  Starting …');
let started = performance.now();
let running: LocalBackend | undefined;
let isStopping = false;
const errorOverlay = createErrorOverlay();
const types = createTypeCheck({
  project: projectFolder,
  folder: join(stateFolder, 'types'),
  report: errorOverlay.report,
});
const scan = createSourceScanner(projectFolder, { folders: backendFolders });
const formChanges = createFormChanges(projectFolder);
const synthesizeAndRun = createRedeploy({
  folders: assemblyFolders,
  synthesize: (folder, signal) => synthesize(folder, ourBackend, signal),
  run,
  report(problem) {
    // Ctrl+C ends the synthesis as well; that is no error.
    if (isStopping) return;
    const stillRuns = running ? '\n\n  Still running the last good backend.' : '';
    errorOverlay.report('backend', problem === undefined ? undefined : problem + stillRuns);
  },
});

let since = scan();
let waitingPage: AsyncDisposable | undefined;
while (!(await synthesizeAndRun(() => scan().content === since.content))) {
  if (errorOverlay.current() !== '') waitingPage ??= await startWaiting();
  since = (await nextChange(since, false, { scan })) ?? since;
  started = performance.now();
}
if (!running) throw new Error('Nothing was started.');
const cloud: LocalBackend = running;
await waitingPage?.[Symbol.asyncDispose]();
const initialForms = formChanges('');

const app = await createServer({
  clearScreen: false,
  logLevel: 'warn',
  server: { port: defaultPorts.app },
  plugins: [sameOriginOnly(), errorOverlay.plugin],
});
await app.listen();
const appUrl = app.resolvedUrls?.local[0] ?? '';
rememberAppUrl(appUrl);
await initialForms;
const following = follow({ scan, since, redeploy });
stopOnSignal(async () => {
  isStopping = true;
  forgetAppUrl();
  await following[Symbol.asyncDispose]();
  types.stop();
  await app.close();
  await cloud.close();
});
printWelcome({
  cloud,
  appUrl,
  started,
  changes: 'Edit a file in forms/ to see it change. npm run new-form <id> adds a form.',
});
types.check();

/** Shows the errors on a page at the app's address while there is no backend to run yet. */
async function startWaiting() {
  // The port after the app's belongs to the API.
  const free = await freePortFrom(defaultPorts.app);
  const port = free === defaultPorts.app ? free : await freePortFrom(defaultPorts.api + 1);
  const page = await startWaitingPage(port, errorOverlay.current);
  const address = `http://localhost:${port}/`;
  print(`  Not started yet: ${address} shows why. Fix the error and save.\n`);
  return page;
}

async function redeploy(isCurrent: () => boolean): Promise<boolean> {
  started = performance.now();
  // The new backend goes first: people wait for it.
  types.stop();
  const isGood = await synthesizeAndRun(isCurrent);
  types.check();
  return isGood;
}

async function run(assembly: string): Promise<void> {
  if (!running) {
    running = await runCloud(assembly);
    return;
  }
  await running.update(assembly);
  await writeOutputs(running);
  print(`  Backend updated. (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  for (const line of await formChanges(appUrl)) print(`  ${line}`);
}
