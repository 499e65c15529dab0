/** `npm run preview`: the production build, served over the local cloud. */
import { build, preview } from 'vite';
import { runCloud, sayWelcome, stopOnSignal } from './run-cloud.ts';

const started = performance.now();
const cloud = await runCloud();
await build({ logLevel: 'warn' });
const app = await preview({ preview: { port: 5173 } });
stopOnSignal(async () => {
  await app.close();
  await cloud.close();
});
sayWelcome(cloud, app.resolvedUrls?.local[0] ?? '', started);
