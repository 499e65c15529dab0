import { rmSync } from 'node:fs';
import { stateFolder } from './home.ts';
import { takeState } from './one-at-a-time.ts';
import { say } from './say.ts';

if (await takeState(stateFolder)) {
  rmSync(stateFolder, { recursive: true, force: true });
  say('The local cloud is empty: entries, accounts and mail are gone. Nothing in AWS was touched.');
} else {
  say('Formstead is running from this folder. Stop it first: Ctrl+C where it runs.');
  process.exitCode = 1;
}
