/** Runs a pool in its own process, for tests that kill it. Its mails are sent to the parent. */
import { startCognito } from '../services/cognito/cognito-server.ts';
import { poolSettingsFrom } from '../services/cognito/pool/read-pool-settings.ts';
import { template } from './test-pool.ts';

const { url } = await startCognito({
  settings: poolSettingsFrom(template()),
  stateFile: process.argv[2] ?? '',
  port: 0,
  deliver: (mail) =>
    new Promise((resolve, reject) => {
      process.send?.(mail, undefined, undefined, (failed) => (failed ? reject(failed) : resolve()));
    }),
});
process.send?.({ url });
