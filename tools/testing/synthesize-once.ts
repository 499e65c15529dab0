import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backendFolders, projectFolder } from '../../dev/project-paths.ts';
import { createSourceScanner } from '../../packages/amplify-local/synthesis/source-scanner.ts';
import { synthesize, type Deployment } from '../../packages/amplify-local/synthesis/synthesize.ts';
import { takeTurn } from './take-turn.ts';

/** The variables that our backend reads while it is synthesized. */
const settings = ['ALARMS_MAIL', 'OPEN_SANDBOXES', 'OWNERS_MAIL', 'SCAN_FILES'];

/**
 * Our own backend in a folder that nobody may change: synthesized once for all test files of a run, since each
 * synthesis takes seconds of processor time.
 */
export async function synthesizeOnce(deployment: Deployment = {}): Promise<string> {
  const { content } = createSourceScanner(projectFolder, { folders: backendFolders })();
  const wanted = JSON.stringify([content, deployment, settings.map((it) => process.env[it])]);
  const name = `synthesis-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`;
  const folder = join(tmpdir(), `formstead-${name}`, 'cdk.out');
  await using _turn = await takeTurn(name);
  if (existsSync(folder)) return folder;
  const synthesis = await synthesize(folder, deployment);
  if (!synthesis.ok) throw new Error(synthesis.message);
  return folder;
}
