import { expect, test } from 'vitest';
import type { Draft, Drafts } from './draft.ts';

const key = { author: 'mickey-1', of: 'ride' };
const draft: Draft = { id: 'one', controlValues: { fname: 'Mickey', tags: ['a'], at: { x: '1' } } };

/** What every implementation of `Drafts` must do. */
export function draftsContract(name: string, create: () => Drafts): void {
  test(`${name}: a draft is found again, with its id`, async () => {
    const drafts = create();
    expect(await drafts.open(key)).toBeUndefined();
    expect(await drafts.keep(key, draft)).toBe('kept');
    expect(await drafts.open(key)).toEqual({ draft, isFromThisTab: true });
  });

  test(`${name}: of a draft the latest is found`, async () => {
    const drafts = create();
    void drafts.keep(key, draft);
    void drafts.keep(key, { ...draft, controlValues: { fname: 'Min' } });
    await drafts.keep(key, { ...draft, controlValues: { fname: 'Minnie' } });
    await drafts.flush();
    expect((await drafts.open(key))?.draft.controlValues).toEqual({ fname: 'Minnie' });
  });

  test(`${name}: a page that was passed without typing is remembered, with what its link said`, async () => {
    const drafts = create();
    const base = { answers: {}, formVersion: 1, fromLink: { source: 'poster' } };
    const passed: Draft = { id: 'one', controlValues: {}, base, passed: ['fname'] };
    await drafts.keep(key, passed);
    expect((await drafts.open(key))?.draft).toEqual(passed);
  });

  test(`${name}: what was typed before the draft was read is kept in it, and the next to open it waits for that`, async () => {
    const drafts = create();
    await drafts.keep(key, draft);
    void drafts.keepInto(key, (found) => ({
      ...(found?.draft ?? { id: 'two' }),
      controlValues: { ...found?.draft.controlValues, fname: 'Minnie' },
    }));
    expect(await drafts.open(key)).toEqual({
      draft: { ...draft, controlValues: { ...draft.controlValues, fname: 'Minnie' } },
      isFromThisTab: true,
    });
  });

  test(`${name}: what was typed before it was known that there is no draft is one`, async () => {
    const drafts = create();
    void drafts.keepInto(key, (found) => found?.draft ?? draft);
    expect((await drafts.open(key))?.draft).toEqual(draft);
  });

  test(`${name}: each form has its own draft`, async () => {
    const drafts = create();
    await drafts.keep(key, draft);
    expect(await drafts.open({ ...key, of: 'items' })).toBeUndefined();
  });

  test(`${name}: a sent draft is forgotten, but not the one that took its place`, async () => {
    const drafts = create();
    await drafts.keep(key, draft);
    await drafts.keep(key, { id: 'two', controlValues: { fname: 'Minnie' } });
    await drafts.discard('one');
    expect((await drafts.open(key))?.draft.controlValues).toEqual({ fname: 'Minnie' });
    await drafts.discard('two');
    expect(await drafts.open(key)).toBeUndefined();
  });
}
