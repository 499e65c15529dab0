/**
 * The local cloud as a separate process that tests can kill: `node e2e/testing/backend/cloud-process.ts
 * <folder> <ports as JSON>`.
 */
import { join } from 'node:path';
import { startBackend } from '../../../packages/amplify-local/start-backend.ts';

const [folder = '', ports = ''] = process.argv.slice(2);
await startBackend({
  assembly: join(folder, 'cdk.out'),
  state: join(folder, 'state'),
  ports: JSON.parse(ports) as Parameters<typeof startBackend>[0]['ports'],
  log: () => {},
});
process.stdout.write('ready\n');
