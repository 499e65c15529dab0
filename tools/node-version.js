/** Run before every npm script: says what to do where nothing is installed, or Node is too old. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whatToDo } from './installed.js';

const project = resolve(fileURLToPath(import.meta.url), '../..');
const first = whatToDo(project, process.versions.node);
if (first !== undefined) {
  process.stderr.write(`${first}\n`);
  process.exit(1);
}
