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
import { follow } from './follow.ts';
import { createLook } from './source-files.ts';

const every = 15;

/** A project on the disk, followed. `meanwhile` happens after the first look, while everything else starts. */
function followed(
  takeUp: () => boolean | Promise<boolean> = () => true,
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
  save('core/form.ts', 'one');
  const look = createLook(folder);
  const seen: (() => boolean)[] = [];
  const taken = vi.fn(async (isCurrent: () => boolean) => {
    seen.push(isCurrent);
    return takeUp();
  });
  const since = look();
  meanwhile(save);
  const following = follow({ look, since, takeUp: taken, every });
  onTestFinished(async () => {
    await following[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    at,
    save,
    /** Waits until so many changes were taken up, and that it stays at that. */
    takes: async (times: number): Promise<void> => {
      await vi.waitFor(() => expect(taken).toHaveBeenCalledTimes(times), { timeout: 3000 });
      await looks(4);
      expect(taken).toHaveBeenCalledTimes(times);
    },
    taken,
    /** For each change taken up, whether it is what the files say still. */
    isCurrent: seen,
  };
}

/** To an even second, as FAT does. */
const coarse = (time: bigint) => time - (time % 2_000_000_000n);

/** As long as so many looks take, and then some. */
const looks = (times: number) => wait(times * (every + 15));

/** As vim and JetBrains save: beside it, and then in its place. */
function saveByRename(path: string, text: string): void {
  writeFileSync(`${path}___jb_tmp___`, text);
  renameSync(`${path}___jb_tmp___`, path);
}

test('a file saved in place is taken up', async () => {
  const { save, takes } = followed();
  save('forms/visit.ts', 'two');
  await takes(1);
});

test('a file saved by rename is taken up, each time, and in place after that', async () => {
  const { at, save, takes } = followed();
  for (let time = 1; time <= 4; time += 1) {
    saveByRename(at('forms/visit.ts'), `rename ${time}`);
    await takes(time);
  }
  save('forms/visit.ts', 'in place');
  await takes(5);
  saveByRename(at('forms/visit.ts'), 'and by rename again');
  await takes(6);
});

test('a file is taken up that sed saved, or vim: which moves the old one away, and writes a new one', async () => {
  const { at, save, takes } = followed();
  execFileSync('sed', ['-i.bak', 's/one/two/', at('forms/visit.ts')]);
  await takes(1);
  renameSync(at('forms/visit.ts'), at('forms/visit.ts~'));
  save('forms/visit.ts', 'three');
  unlinkSync(at('forms/visit.ts~'));
  await takes(2);
});

test('a file removed and made again is taken up both times', async () => {
  const { at, save, takes } = followed();
  unlinkSync(at('forms/visit.ts'));
  await takes(1);
  save('forms/visit.ts', 'one again');
  await takes(2);
});

test('new files and folders are taken up, and what is changed in them later; so is a folder that goes', async () => {
  const { at, save, takes } = followed();
  save('forms/visit.json', '{}');
  await takes(1);
  save('amplify/uploads/deep/resource.ts', 'one');
  await takes(2);
  saveByRename(at('amplify/uploads/deep/resource.ts'), 'two');
  await takes(3);
  renameSync(at('amplify/uploads'), at('amplify/pictures'));
  await takes(4);
  save('amplify/pictures/deep/resource.ts', 'three');
  await takes(5);
  rmSync(at('amplify/pictures'), { recursive: true });
  await takes(6);
});

test('a folder put in the place of another, as git does, is taken up', async () => {
  const { at, save, takes } = followed();
  cpSync(at('forms'), at('other'), { recursive: true });
  save('other/visit.ts', 'another branch');
  rmSync(at('forms'), { recursive: true });
  renameSync(at('other'), at('forms'));
  await takes(1);
  save('forms/visit.ts', 'and then a change');
  await takes(2);
});

test('several files saved at once are taken up once', async () => {
  const { save, takes } = followed();
  for (const file of ['forms/visit.ts', 'core/form.ts', 'amplify/backend.ts', 'forms/new.ts'])
    save(file, 'all at once');
  await takes(1);
});

test('what is imported from outside is taken up, by path and by name, whether or not it is there yet', async () => {
  const { save, takes } = followed();
  save('forms/visit.ts', `import '../shared/countries.ts'; import '#shared/towns.json';`);
  await takes(1);
  save('shared/countries.ts', `import './more/rivers.ts';`);
  await takes(2);
  save('shared/towns.json', '[]');
  await takes(3);
  save('shared/more/rivers.ts', 'one');
  await takes(4);
  save('shared/more/rivers.ts', 'two');
  await takes(5);
  save('shared/nobody-asked.ts', 'one');
  await looks(6);
  await takes(5);
});

test('what lies behind a link is taken up', async () => {
  const { at, save, takes } = followed();
  save('elsewhere/guests.ts', 'one');
  symlinkSync(at('elsewhere'), at('forms/guests'), 'junction');
  await takes(1);
  save('elsewhere/guests.ts', 'two');
  await takes(2);
});

test('an install is taken up when npm is done', async () => {
  const { save, takes } = followed();
  save('node_modules/.package-lock.json', '{}');
  await takes(1);
});

test('what changes while a change is taken up is taken up after it, with nothing in between', async () => {
  let finish: ((isGood: boolean) => void) | undefined;
  const first = new Promise<boolean>((resolve) => (finish = resolve));
  const turns = [first, Promise.resolve(true)];
  const { save, taken, takes, isCurrent } = followed(() => turns.shift() ?? false);
  save('forms/visit.ts', 'two');
  await vi.waitFor(() => expect(taken).toHaveBeenCalledTimes(1));
  expect(isCurrent[0]?.()).toBe(true);
  save('forms/visit.ts', 'three');
  await looks(4);
  expect(taken).toHaveBeenCalledTimes(1);
  expect(isCurrent[0]?.()).toBe(false);
  finish?.(true);
  await takes(2);
});

test('what was saved while everything was starting is taken up', async () => {
  const { takes } = followed(undefined, (save) => save('core/form.ts', 'while it starts'));
  await takes(1);
});

test('of two saves within one tick of the disk’s clock the second is seen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-follow-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'forms'));
  const look = createLook(folder, (path, options) => {
    const it = statSync(path, options);
    return (
      it && { ...it, mtimeNs: coarse(it.mtimeNs), ctimeNs: coarse(it.ctimeNs), isFile: () => true }
    );
  });
  const seen = ['one', 'two', 'six'].map((text) => {
    writeFileSync(join(folder, 'forms/visit.ts'), text);
    return look().content;
  });
  expect(new Set(seen).size).toBe(3);
});

test('a file that says the same as before is not taken up, nor are tests and what editors leave', async () => {
  const { at, save, takes } = followed();
  save('forms/visit.ts', 'one');
  saveByRename(at('core/form.ts'), 'one');
  save('forms/forms.test.ts', 'a test');
  save('core/store.contract.ts', 'a test');
  for (const left of ['.visit.ts.swp', 'visit.ts~', '#visit.ts#', '4913', 'visit.ts.bak'])
    save(`forms/${left}`, 'left');
  await looks(8);
  await takes(0);
});

test('after a mistake its repair is taken up, and so is being told once more by saving', async () => {
  const { at, save, takes } = followed(() => false);
  save('forms/visit.ts', 'a mistake');
  await takes(1);
  saveByRename(at('forms/visit.ts'), 'a mistake');
  await takes(2);
  save('forms/visit.ts', 'one');
  await takes(3);
});

test('files that are still being saved are left alone until two looks saw the same', async () => {
  const contents = ['a', 'b', 'c', 'c', 'd', 'd'];
  const seen: string[] = [];
  const takenAt: string[] = [];
  const look = () => {
    const content = contents[seen.length] ?? 'd';
    seen.push(content);
    return { content, saves: content };
  };
  const takeUp = async () => takenAt.push(seen.join('')) > 0;
  await using _ = follow({ look, since: { content: '', saves: '' }, takeUp, every: 1 });
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(8));
  expect(takenAt).toEqual(['abcc', 'abccdd']);
});
