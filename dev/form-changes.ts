import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

type Listed = readonly { readonly id: string; readonly title: string }[];

const list = `const { forms } = await import('#forms/index.ts');
process.stdout.write(JSON.stringify(forms.map(({ id, title }) => ({ id, title }))));`;

/** Returns a line for each form added or removed since the last call; new forms with their address. */
export function createFormChanges(project: string) {
  let listed: Listed | undefined;
  return async (appUrl: string): Promise<readonly string[]> => {
    const before = listed;
    listed = (await formsIn(project)) ?? before;
    if (!before || !listed) return [];
    const added = without(listed, before);
    const removed = without(before, listed);
    return [
      ...added.map(({ id, title }) => `+ ${title}: ${appUrl}${id}`),
      ...removed.map(
        ({ id, title }) => `− ${title} (${id}): its page is gone, its entries are kept`,
      ),
    ];
  };
}

/** The forms in the first list whose ids are not in the second. */
function without(these: Listed, those: Listed): Listed {
  const ids = new Set(those.map(({ id }) => id));
  return these.filter(({ id }) => !ids.has(id));
}

/** Lists the project's forms now, in a new process, because this one would not import a module again. */
async function formsIn(project: string): Promise<Listed | undefined> {
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', list],
      { cwd: project, timeout: 60_000 },
    );
    return JSON.parse(stdout) as Listed;
  } catch {
    return undefined;
  }
}
