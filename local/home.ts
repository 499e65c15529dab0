import { join } from 'node:path';

/** The project's folder, from which every command runs. */
export const home = join(import.meta.dirname, '..');

/** Data, accounts and the last synthesis. `npm run reset` removes it. */
export const stateFolder = join(home, '.local');

/** What the app is built against locally; the one in the project's folder belongs to AWS. */
export const outputsFile = join(stateFolder, 'amplify_outputs.json');

/** What runs is loaded from one of them, while a change is synthesized into the other. */
export const assemblyFolders = [
  join(stateFolder, 'cdk.out'),
  join(stateFolder, 'cdk.out.other'),
] as const;

/** All that the cloud says, from its last start on. */
export const logFile = join(stateFolder, 'cloud.log');
