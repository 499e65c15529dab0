/** `npm run preview`: the production build, served over the local cloud. */
import { build, preview } from 'vite';
import { forgetAppUrl, rememberAppUrl } from './app-url.ts';
import { sameOriginOnly } from './same-origin-only.ts';
import { assemblyFolders, ourBackend } from './project-paths.ts';
import {
  exitWithProblem,
  runCloud,
  printWelcome,
  stopOnSignal,
  lockStateOrExit,
  defaultPorts,
} from './run-cloud.ts';
import { print } from './print.ts';
import { stopWithParent } from './stop-with-parent.ts';
import { synthesize } from '../packages/amplify-local/synthesis/synthesize.ts';

stopWithParent();
const started = performance.now();
const [assembly] = assemblyFolders;
await lockStateOrExit();
print('  1 of 3: reading the backend …');
const synthesis = await synthesize(assembly, ourBackend);
if (!synthesis.ok) exitWithProblem(synthesis.message);
print('  2 of 3: starting the cloud …');
const cloud = await runCloud(assembly);
print('  3 of 3: building the app as for deployment, in 30 to 60 seconds …');
await build({ logLevel: 'warn' });
const app = await preview({ preview: { port: defaultPorts.app }, plugins: [sameOriginOnly()] });
const appUrl = app.resolvedUrls?.local[0] ?? '';
rememberAppUrl(appUrl);
stopOnSignal(async () => {
  forgetAppUrl();
  await app.close();
  await cloud.close();
});
printWelcome({
  cloud,
  appUrl,
  started,
  changes: 'This is a production build. To see changes, run npm run preview again.',
});
