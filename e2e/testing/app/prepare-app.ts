/** Started by `global-setup.ts`: synthesizes the backend and builds the app into a folder. */
import { join } from 'node:path';
import { synthesizeInto, startTestBackend } from '../backend/test-backend.ts';
import { placeholderOrigins, withOrigins } from './app-origins.ts';
import { buildApp } from './build-app.ts';

const [folder = ''] = process.argv.slice(2);
process.env['FORMSTEAD_SYNTHESIZED'] = await synthesizeInto(folder);
await using backend = await startTestBackend();
await buildApp({
  outputs: withOrigins(await backend.cloud.outputs(), placeholderOrigins),
  outDir: join(folder, 'dist'),
});
