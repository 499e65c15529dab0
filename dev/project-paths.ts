import { join } from 'node:path';

/** The project's root folder, in which every command runs. */
export const projectFolder = join(import.meta.dirname, '..');

/** The folders of the backend's sources. Vite watches those of the app. */
export const backendFolders = ['amplify', 'core', 'forms'];

/** What to synthesize. Errors in forms are sentences that need no stack trace. */
export const ourBackend = { projectFolder, plainErrors: ['MalformedForms'] };

/** Data, accounts and the last synthesis. `npm run reset` removes it. */
export const stateFolder = join(projectFolder, '.local');

/** The lock on this folder. It keeps its name: otherwise an earlier version that still runs would not be noticed. */
export const stateLockName = 'formstead';

/** The `amplify_outputs.json` of the local cloud. The one in the project's root is for AWS. */
export const outputsFile = join(stateFolder, 'amplify_outputs.json');

/** The running backend is loaded from one of them; the next change is synthesized into the other. */
export const assemblyFolders = [
  join(stateFolder, 'cdk.out'),
  join(stateFolder, 'cdk.out.other'),
] as const;

/** Everything the cloud has logged since its last start. */
export const logFile = join(stateFolder, 'cloud.log');
