import { expect, test } from 'vitest';
import { metadata, text } from '../fields/index.ts';
import { issuesOfPages } from './check-pages.ts';
import type { FormPages } from './form-pages.ts';

const fields = {
  name: text({ label: 'Name' }),
  street: text({ label: 'Street' }),
  town: text({ label: 'Town' }),
};

const you = { title: 'You', fields: ['name'] };
const address = { title: 'Address', fields: ['street', 'town'] };

const issuesOf = (layout: FormPages) => issuesOfPages({ fields, ...layout });

test('a form needs neither pages nor sections', () => {
  expect(issuesOf({})).toEqual([]);
});

test('pages that name each field once, in order, are in order', () => {
  const sections = [{ title: 'Where', fields: ['street', 'town'] }];
  expect(issuesOf({ pages: [you, address], sections })).toEqual([]);
});

test.each<[string, FormPages, string]>([
  [
    'a field that does not exist',
    { pages: [{ title: 'You', fields: ['name', 'age'] }, address] },
    'page 1 names "age", and there is no such field.',
  ],
  [
    'a field twice',
    { pages: [{ title: 'You', fields: ['name', 'street'] }, address] },
    'its pages name "street" more than once.',
  ],
  ['not every field', { pages: [address] }, '"name" is on no page: nobody would be asked.'],
  [
    'no field',
    { pages: [you, { title: 'Nothing', fields: [] }, address] },
    'page 2 names no field: give it at least one.',
  ],
  [
    'fields in another order',
    { pages: [address, you] },
    'its pages name "street" out of order: list the fields in the order of `fields`.',
  ],
])('pages that name %s are refused', (_, layout, issue) => {
  expect(issuesOf(layout)).toEqual([issue]);
});

test('a page needs a title, and an address of its own', () => {
  const blank = { title: ' ', guidance: '', fields: ['name'] };
  expect(issuesOf({ pages: [blank, { ...address, id: 'name' }] })).toEqual([
    'page 1 has no title: it is the heading above its fields.',
    'the guidance of page 1 is blank: leave it out.',
    'page 2 has the same id as page 1: each needs its own address.',
  ]);
  expect(issuesOf({ pages: [{ ...you, id: 'a/b' }, address] })).toEqual([
    'the id of page 1 is part of its address: use letters, digits and hyphens, at most 64, a letter first.',
  ]);
});

test('a section is a run of fields on one page', () => {
  expect(issuesOf({ sections: [{ title: 'Ends', fields: ['name', 'town'] }] })).toEqual([
    'the fields of section “Ends” do not follow each other in `fields`.',
  ]);
  const across = [{ title: 'Across', fields: ['name', 'street'] }];
  expect(issuesOf({ pages: [you, address], sections: across })).toEqual([
    'section “Across” is on more than one page.',
  ]);
});

test('what nobody is asked for need not be on a page', () => {
  const begun = { started: metadata({ label: 'Begun', of: 'started' }), ...fields };
  expect(issuesOfPages({ fields: begun, pages: [you, address] })).toEqual([]);
});
