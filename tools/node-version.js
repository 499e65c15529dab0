/** Run before every npm script: prints what to do if nothing is installed, or Node is too old. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installAdvice } from './installed.js';

const project = resolve(fileURLToPath(import.meta.url), '../..');
const advice = installAdvice(project, process.versions.node);
if (advice !== undefined) {
  process.stderr.write(`${advice}\n`);
  process.exit(1);
}
