/** The pool as a process of its own, for tests that kill it: its mails go to the parent. */
import { startCognito } from './server.ts';
import { poolSettingsFrom } from './settings.ts';
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
