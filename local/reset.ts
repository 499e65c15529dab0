import { rmSync } from 'node:fs';
import { stateFolder } from './home.ts';
import { say } from './say.ts';

rmSync(stateFolder, { recursive: true, force: true });
say('The local cloud is empty: entries, accounts and mail are gone. Nothing in AWS was touched.');
