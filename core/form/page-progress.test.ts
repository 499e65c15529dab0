import { expect, test } from 'vitest';
import { metadata, text } from '../fields/index.ts';
import { firstUnfinished, isReachable, pageOf, pagesShown, passedWith } from './page-progress.ts';

/** Three pages of two questions, each named after its page: `a1`, `a2`, `b1` … */
const pages = ['a', 'b', 'c'].map((id) => ({ id, title: id, fields: [`${id}1`, `${id}2`] }));

type Given = {
  readonly hidden?: readonly string[];
  readonly wrong?: readonly string[];
  readonly passed?: readonly string[];
  readonly invisible?: readonly string[];
};

function progressWith({ hidden = [], wrong = [], passed = [], invisible = [] }: Given) {
  return {
    pages,
    passed: new Set(passed),
    evaluation: {
      isRelevant: (field: string) => !hidden.includes(field),
      field: (field: string) =>
        invisible.includes(field)
          ? metadata({ label: field, of: 'started' })
          : text({ label: field }),
      issues: () => wrong.map((field) => ({ field, message: 'Enter it' })),
    },
  };
}

const reachable = (given: Given) =>
  ['a', 'b', 'c', undefined].filter((id) => isReachable(progressWith(given), id));

test('at first only the first page can be opened', () => {
  expect(reachable({})).toEqual(['a']);
});

test('a page can be opened once all questions before it were passed and are in order', () => {
  expect(reachable({ passed: ['a1', 'a2'] })).toEqual(['a', 'b']);
  expect(reachable({ passed: ['a1', 'a2'], wrong: ['a2'] })).toEqual(['a']);
});

test('the answers can be checked once every page is finished', () => {
  const passed = pages.flatMap((it) => it.fields);
  expect(reachable({ passed })).toEqual(['a', 'b', 'c', undefined]);
  expect(reachable({ passed, wrong: ['people/0198/age'] })).toEqual(['a', 'b', 'c', undefined]);
  expect(reachable({ passed, wrong: ['b1/0198/age'] })).toEqual(['a', 'b']);
});

test('a page that asks nothing is not shown, and is not in the way', () => {
  const given = { hidden: ['b1', 'b2'], passed: ['a1', 'a2'] };
  expect(pagesShown(progressWith(given)).map((it) => it.id)).toEqual(['a', 'c']);
  expect(reachable(given)).toEqual(['a', 'c']);
});

test('a page of nothing but values that nobody sees is not shown', () => {
  const given = { invisible: ['b1', 'b2'], passed: ['a1', 'a2'] };
  expect(pagesShown(progressWith(given)).map((it) => it.id)).toEqual(['a', 'c']);
});

test('a question that was opened after its page had been passed makes the page unfinished again', () => {
  const passed = ['a1', 'b1', 'b2', 'c1', 'c2'];
  expect(firstUnfinished(progressWith({ passed, hidden: ['a2'] }))).toBeUndefined();
  expect(firstUnfinished(progressWith({ passed }))?.id).toBe('a');
});

test('continuing passes the questions that were asked, and no others', () => {
  const [first = { title: '', fields: [] }] = pages;
  expect(passedWith(progressWith({ passed: ['c1'], hidden: ['a2'] }), first)).toEqual(['c1', 'a1']);
});

test('the page of an answer inside a repeat is the page of the repeat', () => {
  expect(pageOf(pages, 'b2/0198/age')?.id).toBe('b');
  expect(pageOf(pages, 'unknown')).toBeUndefined();
});
