import { rmSync } from 'node:fs';
import { stateFolder, stateLockName } from './project-paths.ts';
import { lockState } from '../packages/amplify-local/machine/state-lock.ts';
import { print } from './print.ts';

if (await lockState(stateFolder, stateLockName)) {
  rmSync(stateFolder, { recursive: true, force: true });
  print(
    'The local cloud is empty: entries, accounts and mail are gone. Nothing in AWS was touched.',
  );
} else {
  print('Formstead is running from this folder. Stop it first: Ctrl+C where it runs.');
  process.exitCode = 1;
}
