import { rmSync } from 'node:fs';
import { brand } from '#brand/brand.ts';
import { stateFolder, stateLockName } from './project-paths.ts';
import { lockState } from '../packages/amplify-local/machine/state-lock.ts';
import { print } from './print.ts';

if (await lockState(stateFolder, stateLockName)) {
  rmSync(stateFolder, { recursive: true, force: true });
  print('Local entries, accounts and mail are deleted. Nothing in AWS was changed.');
} else {
  print(`${brand.name} is running in this folder. Stop it first: press Ctrl+C in its terminal.`);
  process.exitCode = 1;
}
