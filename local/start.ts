/** `npm start`: the whole product on this machine, following every change. */
import { join } from 'node:path';
import { createServer } from 'vite';
import { ownPagesOnly } from './app-server.ts';
import type { Cloud } from './cloud.ts';
import { follow, nextChange } from './follow/follow.ts';
import { createFormNews } from './follow/form-news.ts';
import { createMistakes } from './follow/mistakes.ts';
import { createLook } from './follow/source-files.ts';
import { createTakeUp } from './follow/take-up.ts';
import { createTypeCheck } from './follow/type-check.ts';
import { startWaitingPage } from './follow/waiting-page.ts';
import { assemblyFolders, home, stateFolder } from './home.ts';
import { freePortFrom } from './ports.ts';
import {
  runCloud,
  sayWelcome,
  stopOnSignal,
  takeStateOrGiveUp,
  wantedPorts,
  writeOutputs,
} from './run-cloud.ts';
import { say } from './say.ts';
import { synthesize } from './template/synthesize.ts';

await takeStateOrGiveUp();
say('  Starting …');
let started = performance.now();
let running: Cloud | undefined;
let isStopping = false;
const mistakes = createMistakes();
const types = createTypeCheck({
  project: home,
  folder: join(stateFolder, 'types'),
  tell: mistakes.tell,
});
const look = createLook(home);
const newsOfForms = createFormNews(home);
const makeAndRun = createTakeUp({
  folders: assemblyFolders,
  synthesize: (folder, signal) => synthesize(folder, {}, signal),
  run,
  tell(mistake) {
    // Ctrl+C ends the synthesis as well, which is nobody's mistake.
    if (isStopping) return;
    const stillRuns = running ? '\n\n  The backend from before is still running.' : '';
    mistakes.tell('backend', mistake === undefined ? undefined : mistake + stillRuns);
  },
});

let since = look();
let waitingPage: AsyncDisposable | undefined;
while (!(await makeAndRun(() => look().content === since.content))) {
  if (mistakes.standing() !== '') waitingPage ??= await startWaiting();
  since = (await nextChange(since, false, { look })) ?? since;
  started = performance.now();
}
if (!running) throw new Error('Nothing was started.');
const cloud: Cloud = running;
await waitingPage?.[Symbol.asyncDispose]();
const formsAtFirst = newsOfForms('');

const app = await createServer({
  clearScreen: false,
  logLevel: 'warn',
  server: { port: wantedPorts.app },
  plugins: [ownPagesOnly(), mistakes.plugin],
});
await app.listen();
const appUrl = app.resolvedUrls?.local[0] ?? '';
await formsAtFirst;
const following = follow({ look, since, takeUp });
stopOnSignal(async () => {
  isStopping = true;
  await following[Symbol.asyncDispose]();
  types.stop();
  await app.close();
  await cloud.close();
});
sayWelcome({
  cloud,
  appUrl,
  started,
  changes: 'Your form is forms/pwausers.ts. Change it, and the page and the API follow.',
});
types.check();

/** Nothing runs yet that could go on meanwhile. */
async function startWaiting() {
  // The next one is the API's.
  const free = await freePortFrom(wantedPorts.app);
  const port = free === wantedPorts.app ? free : await freePortFrom(wantedPorts.api + 1);
  const page = await startWaitingPage(port, mistakes.standing);
  const address = `http://localhost:${port}/`;
  say(`  Nothing runs yet, and ${address} says why. Repair it and save: it then starts.\n`);
  return page;
}

async function takeUp(isCurrent: () => boolean): Promise<boolean> {
  started = performance.now();
  // Whoever saves waits for the API.
  types.stop();
  const isGood = await makeAndRun(isCurrent);
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
  say(`  Backend updated. (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  for (const line of await newsOfForms(appUrl)) say(`  ${line}`);
}
