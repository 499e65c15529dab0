import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { follow } from './follow-changes.ts';
import { createSourceScanner } from './source-scanner.ts';

const every = 15;
const folders = ['amplify', 'core', 'forms'];

/** Follows a project on disk. `meanwhile` runs after the first scan, while everything else starts. */
function followed(
  redeploy: () => boolean | Promise<boolean> = () => true,
  meanwhile: (save: (file: string, text: string) => void) => void = () => {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-follow-'));
  const at = (file: string) => join(folder, file);
  const save = (file: string, text: string) => {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  save('package.json', '{ "imports": { "#core/*": "./core/*", "#shared/*": "./shared/*" } }');
  save('amplify/backend.ts', `import '../forms/index.ts';`);
  save('forms/index.ts', `import './visit.ts';`);
  save('forms/visit.ts', 'one');
  save('core/form/define-form.ts', 'one');
  const scan = createSourceScanner(folder, { folders });
  const seen: (() => boolean)[] = [];
  const redeployed = vi.fn(async (isCurrent: () => boolean) => {
    seen.push(isCurrent);
    return redeploy();
  });
  const since = scan();
  meanwhile(save);
  const following = follow({ scan, since, redeploy: redeployed, interval: every });
  onTestFinished(async () => {
    await following[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    at,
    save,
    /** Waits for this many redeployments, and checks that no more follow. */
    expectRedeploys: async (times: number): Promise<void> => {
      await expect.poll(() => redeployed).toHaveBeenCalledTimes(times);
      await waitForScans(4);
      expect(redeployed).toHaveBeenCalledTimes(times);
    },
    redeployed,
    /** For each redeployment, whether the files still have the same content. */
    isCurrent: seen,
  };
}

/** Rounds to an even second, as FAT does. */
const coarse = (time: bigint) => time - (time % 2_000_000_000n);

/** Waits a little longer than this many scans take. */
const waitForScans = (times: number) => wait(times * (every + 15));

/** Saves like vim and JetBrains: to a new file that is then renamed to the old one. */
function saveByRename(path: string, text: string): void {
  writeFileSync(`${path}___jb_tmp___`, text);
  renameSync(`${path}___jb_tmp___`, path);
}

test('a file saved in place is deployed', async () => {
  const { save, expectRedeploys } = followed();
  save('forms/visit.ts', 'two');
  await expectRedeploys(1);
});

test('a file saved by rename is deployed every time, and when later saved in place', async () => {
  const { at, save, expectRedeploys } = followed();
  for (let time = 1; time <= 4; time += 1) {
    saveByRename(at('forms/visit.ts'), `rename ${time}`);
    await expectRedeploys(time);
  }
  save('forms/visit.ts', 'in place');
  await expectRedeploys(5);
  saveByRename(at('forms/visit.ts'), 'and by rename again');
  await expectRedeploys(6);
});

test('a file saved by sed or vim (which move the old file away and write a new one) is deployed', async () => {
  const { at, save, expectRedeploys } = followed();
  execFileSync('sed', ['-i.bak', 's/one/two/', at('forms/visit.ts')]);
  await expectRedeploys(1);
  renameSync(at('forms/visit.ts'), at('forms/visit.ts~'));
  save('forms/visit.ts', 'three');
  unlinkSync(at('forms/visit.ts~'));
  await expectRedeploys(2);
});

test('removing a file and creating it again are both deployed', async () => {
  const { at, save, expectRedeploys } = followed();
  unlinkSync(at('forms/visit.ts'));
  await expectRedeploys(1);
  save('forms/visit.ts', 'one again');
  await expectRedeploys(2);
});

test('new files and folders, later changes in them, and removed folders are deployed', async () => {
  const { at, save, expectRedeploys } = followed();
  save('forms/visit.json', '{}');
  await expectRedeploys(1);
  save('amplify/uploads/deep/resource.ts', 'one');
  await expectRedeploys(2);
  saveByRename(at('amplify/uploads/deep/resource.ts'), 'two');
  await expectRedeploys(3);
  renameSync(at('amplify/uploads'), at('amplify/pictures'));
  await expectRedeploys(4);
  save('amplify/pictures/deep/resource.ts', 'three');
  await expectRedeploys(5);
  rmSync(at('amplify/pictures'), { recursive: true });
  await expectRedeploys(6);
});

test('a folder replaced by another, as git does, is deployed', async () => {
  const { at, save, expectRedeploys } = followed();
  cpSync(at('forms'), at('other'), { recursive: true });
  save('other/visit.ts', 'another branch');
  rmSync(at('forms'), { recursive: true });
  renameSync(at('other'), at('forms'));
  await expectRedeploys(1);
  save('forms/visit.ts', 'and then a change');
  await expectRedeploys(2);
});

test('several files saved at once are deployed once', async () => {
  const { save, expectRedeploys } = followed();
  for (const file of [
    'forms/visit.ts',
    'core/form/define-form.ts',
    'amplify/backend.ts',
    'forms/new.ts',
  ])
    save(file, 'all at once');
  await expectRedeploys(1);
});

test('files imported from outside the folders, by path or name, are followed even before they exist', async () => {
  const { save, expectRedeploys } = followed();
  save('forms/visit.ts', `import '../shared/countries.ts'; import '#shared/towns.json';`);
  await expectRedeploys(1);
  save('shared/countries.ts', `import './more/rivers.ts';`);
  await expectRedeploys(2);
  save('shared/towns.json', '[]');
  await expectRedeploys(3);
  save('shared/more/rivers.ts', 'one');
  await expectRedeploys(4);
  save('shared/more/rivers.ts', 'two');
  await expectRedeploys(5);
  save('shared/nobody-asked.ts', 'one');
  await waitForScans(6);
  await expectRedeploys(5);
});

test('files behind a symbolic link are followed', async () => {
  const { at, save, expectRedeploys } = followed();
  save('elsewhere/guests.ts', 'one');
  symlinkSync(at('elsewhere'), at('forms/guests'), 'junction');
  await expectRedeploys(1);
  save('elsewhere/guests.ts', 'two');
  await expectRedeploys(2);
});

test('an npm install is deployed once it has finished', async () => {
  const { save, expectRedeploys } = followed();
  save('node_modules/.package-lock.json', '{}');
  await expectRedeploys(1);
});

test('a change during a redeployment is deployed right after it', async () => {
  let finish: ((isGood: boolean) => void) | undefined;
  const first = new Promise<boolean>((resolve) => (finish = resolve));
  const outcomes = [first, Promise.resolve(true)];
  const { save, redeployed, expectRedeploys, isCurrent } = followed(
    () => outcomes.shift() ?? false,
  );
  save('forms/visit.ts', 'two');
  await expect.poll(() => redeployed).toHaveBeenCalledTimes(1);
  expect(isCurrent[0]?.()).toBe(true);
  save('forms/visit.ts', 'three');
  await waitForScans(4);
  expect(redeployed).toHaveBeenCalledTimes(1);
  expect(isCurrent[0]?.()).toBe(false);
  finish?.(true);
  await expectRedeploys(2);
});

test('a change during startup is deployed', async () => {
  const { expectRedeploys } = followed(undefined, (save) =>
    save('core/form/define-form.ts', 'while it starts'),
  );
  await expectRedeploys(1);
});

test('the second of two saves within one tick of the disk’s clock is noticed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-follow-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'forms'));
  const scan = createSourceScanner(folder, {
    folders,
    stat(path, options) {
      const it = statSync(path, options);
      return (
        it && {
          ...it,
          mtimeNs: coarse(it.mtimeNs),
          ctimeNs: coarse(it.ctimeNs),
          isFile: () => true,
        }
      );
    },
  });
  const seen = ['one', 'two', 'six'].map((text) => {
    writeFileSync(join(folder, 'forms/visit.ts'), text);
    return scan().content;
  });
  expect(new Set(seen).size).toBe(3);
});

test('unchanged content, tests and editors’ temporary files are not deployed', async () => {
  const { at, save, expectRedeploys } = followed();
  save('forms/visit.ts', 'one');
  saveByRename(at('core/form/define-form.ts'), 'one');
  save('forms/forms.test.ts', 'a test');
  save('core/store.contract.ts', 'a test');
  for (const left of ['.visit.ts.swp', 'visit.ts~', '#visit.ts#', '4913', 'visit.ts.bak'])
    save(`forms/${left}`, 'left');
  await waitForScans(8);
  await expectRedeploys(0);
});

test('after an error, both a fix and another save without changes redeploy', async () => {
  const { at, save, expectRedeploys } = followed(() => false);
  save('forms/visit.ts', 'a mistake');
  await expectRedeploys(1);
  saveByRename(at('forms/visit.ts'), 'a mistake');
  await expectRedeploys(2);
  save('forms/visit.ts', 'one');
  await expectRedeploys(3);
});

test('files still being saved are not deployed until two scans agree', async () => {
  const contents = ['a', 'b', 'c', 'c', 'd', 'd'];
  const seen: string[] = [];
  const redeployedAt: string[] = [];
  const scan = () => {
    const content = contents[seen.length] ?? 'd';
    seen.push(content);
    return { content, saves: content };
  };
  const redeploy = async () => redeployedAt.push(seen.join('')) > 0;
  await using _ = follow({ scan, since: { content: '', saves: '' }, redeploy, interval: 1 });
  await expect.poll(() => seen.length).toBeGreaterThan(8);
  expect(redeployedAt).toEqual(['abcc', 'abccdd']);
});
