import { expect, test } from 'vitest';
import { createMemory } from '../fake-world.tsx';
import { createDrafts, isEmpty } from './draft.ts';

const ids = ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'];

function createWorld(storage = createMemory()) {
  const left = [...ids];
  return { storage, drafts: createDrafts({ storage, newId: () => left.shift() ?? '' }) };
}

test('a draft is found again, with its id, by whoever opens the form next', () => {
  const { storage, drafts } = createWorld();
  const draft = { ...drafts.open('ride'), held: { fname: 'Mickey', tags: ['a'], at: { x: '1' } } };
  drafts.keep('ride', draft);
  expect(createWorld(storage).drafts.open('ride')).toEqual(draft);
});

test('each form has its own draft', () => {
  const { drafts } = createWorld();
  drafts.keep('ride', { ...drafts.start(), held: { fname: 'Mickey' } });
  expect(drafts.open('items').held).toEqual({});
});

test('what is not a draft is as good as none', () => {
  for (const text of ['', '{', '[]', 'null', '{"id":"1","held":{}}', `{"id":"${ids[1]}"}`]) {
    const { storage, drafts } = createWorld();
    storage.write('formstead:draft:ride', text);
    expect(drafts.open('ride')).toEqual({ id: ids[0], held: {} });
  }
});

test('an answer no control can hold is left out of a kept draft', () => {
  const { storage, drafts } = createWorld();
  storage.write('formstead:draft:ride', JSON.stringify({ id: ids[1], held: { a: 1, b: 'kept' } }));
  expect(drafts.open('ride').held).toEqual({ b: 'kept' });
});

test('a delivered draft is forgotten, but not the one that took its place', () => {
  const { drafts } = createWorld();
  const [first, second] = [drafts.start(), drafts.start()];
  drafts.keep('ride', { ...second, held: { fname: 'Minnie' } });
  drafts.discard('ride', first.id);
  expect(drafts.open('ride').held).toEqual({ fname: 'Minnie' });
  drafts.discard('ride', second.id);
  expect(drafts.open('ride').held).toEqual({});
});

test('a draft is empty when nothing is typed, ticked or chosen', () => {
  const held = { a: '', b: false, c: [], d: { Latitude: '', Longitude: '' } };
  expect(isEmpty({ id: '', held })).toBe(true);
  expect(isEmpty({ id: '', held: { ...held, d: { Latitude: '1', Longitude: '' } } })).toBe(false);
  expect(isEmpty({ id: '', held: { ...held, b: true } })).toBe(false);
});
