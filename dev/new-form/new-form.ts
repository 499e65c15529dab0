/** `npm run new-form visit`: a new form, with the address of its page. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { forms } from '#forms/index.ts';
import { print } from '../print.ts';
import { projectFolder } from '../project-paths.ts';
import { runningAppUrl } from '../app-url.ts';
import { writeForm } from './write-form.ts';

const [id] = process.argv.slice(2);
const written = id === undefined ? undefined : writeForm(projectFolder, id, forms);

if (!written) {
  giveUp('Give the form an id, which becomes the address of its page: npm run new-form visit');
} else if (!written.ok) {
  giveUp(written.problem);
} else {
  const { id, file, title } = written.value;
  const oxfmt = join(projectFolder, 'node_modules/oxfmt/bin/oxfmt');
  execFileSync(process.execPath, [oxfmt, 'forms/index.ts'], {
    cwd: projectFolder,
    stdio: 'ignore',
  });
  const running = await runningAppUrl();
  const address = running ? `${running}${id}` : `run npm start, then open /${id}`;
  print(`
  Created ${file} (“${title}”) and added it to forms/index.ts.

  Page     ${address}
  Fields   docs/fields.md
`);
}

function giveUp(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
