import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

type Listed = readonly { readonly id: string; readonly title: string }[];

const list = `const { forms } = await import('#forms/index.ts');
process.stdout.write(JSON.stringify(forms.map(({ id, title }) => ({ id, title }))));`;

/** Which forms have been added and removed since it was asked last, a line each, with the address of what is new. */
export function createFormNews(project: string) {
  let known: Listed | undefined;
  return async (appUrl: string): Promise<readonly string[]> => {
    const before = known;
    known = (await formsIn(project)) ?? before;
    if (!before || !known) return [];
    const added = without(known, before);
    const removed = without(before, known);
    return [
      ...added.map(({ id, title }) => `+ ${title}: ${appUrl}${id}`),
      ...removed.map(
        ({ id, title }) => `− ${title} (${id}): its page is gone, its entries are kept`,
      ),
    ];
  };
}

/** Those of the first whose ids the second does not have. */
function without(these: Listed, those: Listed): Listed {
  const ids = new Set(those.map(({ id }) => id));
  return these.filter(({ id }) => !ids.has(id));
}

/** As the project lists them now: in a program of its own, since a module is imported once. */
async function formsIn(project: string): Promise<Listed | undefined> {
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', list],
      { cwd: project, timeout: 10_000 },
    );
    return JSON.parse(stdout) as Listed;
  } catch {
    return undefined;
  }
}
