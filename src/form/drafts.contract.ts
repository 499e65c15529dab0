import { expect, test } from 'vitest';
import type { Draft, Drafts } from './draft.ts';

const place = { author: 'mickey-1', of: 'ride' };
const draft: Draft = { id: 'one', held: { fname: 'Mickey', tags: ['a'], at: { x: '1' } } };

/** What every place for drafts must do. */
export function draftsContract(name: string, create: () => Drafts): void {
  test(`${name}: a draft is found again, with its id`, async () => {
    const drafts = create();
    expect(await drafts.open(place)).toBeUndefined();
    expect(await drafts.keep(place, draft)).toBe('kept');
    expect(await drafts.open(place)).toEqual({ draft, isFromHere: true });
  });

  test(`${name}: of a draft the latest is found`, async () => {
    const drafts = create();
    void drafts.keep(place, draft);
    void drafts.keep(place, { ...draft, held: { fname: 'Min' } });
    await drafts.keep(place, { ...draft, held: { fname: 'Minnie' } });
    await drafts.flush();
    expect((await drafts.open(place))?.draft.held).toEqual({ fname: 'Minnie' });
  });

  test(`${name}: each form has its own draft`, async () => {
    const drafts = create();
    await drafts.keep(place, draft);
    expect(await drafts.open({ ...place, of: 'items' })).toBeUndefined();
  });

  test(`${name}: a sent draft is forgotten, but not the one that took its place`, async () => {
    const drafts = create();
    await drafts.keep(place, draft);
    await drafts.keep(place, { id: 'two', held: { fname: 'Minnie' } });
    await drafts.discard('one');
    expect((await drafts.open(place))?.draft.held).toEqual({ fname: 'Minnie' });
    await drafts.discard('two');
    expect(await drafts.open(place)).toBeUndefined();
  });
}
