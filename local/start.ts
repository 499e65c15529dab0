/** `npm start`: the whole product on this machine, following every change. */
import { createServer } from 'vite';
import { runCloud, sayWelcome, stopOnSignal, writeOutputs } from './run-cloud.ts';
import { watchBackend } from './watch-backend.ts';

const started = performance.now();
const cloud = await runCloud();
const app = await createServer({ clearScreen: false, logLevel: 'warn', server: { port: 5173 } });
await app.listen();
const watcher = watchBackend(cloud, () => writeOutputs(cloud));
stopOnSignal(async () => {
  watcher.close();
  await app.close();
  await cloud.close();
});
sayWelcome(cloud, app.resolvedUrls?.local[0] ?? '', started);
