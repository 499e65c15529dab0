/** `npm run preview`: the production build, served over the local cloud. */
import { build, preview } from 'vite';
import { ownPagesOnly } from './app-server.ts';
import { assemblyFolders } from './home.ts';
import {
  giveUp,
  runCloud,
  sayWelcome,
  stopOnSignal,
  takeStateOrGiveUp,
  wantedPorts,
} from './run-cloud.ts';
import { say } from './say.ts';
import { synthesize } from './template/synthesize.ts';

const started = performance.now();
const [assembly] = assemblyFolders;
await takeStateOrGiveUp();
say('  1 of 3: reading the backend …');
const synthesis = await synthesize(assembly);
if (!synthesis.ok) giveUp(synthesis.message);
say('  2 of 3: starting the cloud …');
const cloud = await runCloud(assembly);
say('  3 of 3: building the app as it is deployed, which takes the longest …');
await build({ logLevel: 'warn' });
const app = await preview({ preview: { port: wantedPorts.app }, plugins: [ownPagesOnly()] });
stopOnSignal(async () => {
  await app.close();
  await cloud.close();
});
sayWelcome({
  cloud,
  appUrl: app.resolvedUrls?.local[0] ?? '',
  started,
  changes: 'This is the app as it was built just now. Changes need another npm run preview.',
});
