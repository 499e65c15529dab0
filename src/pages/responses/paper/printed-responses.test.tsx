import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entryReference } from '#core/entries/entry-reference.ts';
import { choice, matrix, number, repeat, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import {
  idOf,
  manyPages,
  openResponsesPage,
  page,
  response,
} from '../../../testing/open-responses-page.tsx';
import './printed-page.tsx';

beforeEach(() => void vi.spyOn(window, 'print').mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const visit: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: {
    name: text({ label: 'Name' }),
    pets: choice({
      label: 'Any pets?',
      options: [
        ['yes', 'Yes, some'],
        ['no', 'None'],
      ],
    }),
    kind: text({ label: 'Which?' }),
    people: repeat({
      label: 'People',
      one: 'Person',
      item: ({ called }) => called,
      fields: {
        called: text({ label: 'Called' }),
        age: number({ label: 'Age', whole: true, min: 0, max: 120, optional: true }),
      },
    }),
    services: matrix({
      label: 'How good is …?',
      rows: [
        ['water', 'Water'],
        ['power', 'Power'],
      ],
      columns: [
        ['bad', 'Bad'],
        ['good', 'Good'],
      ],
    }),
  },
  when: { kind: ({ pets }) => pets === 'yes' },
  pages: [
    { title: 'About {name|you}', fields: ['name', 'pets', 'kind'] },
    { title: 'The house', fields: ['people', 'services'] },
  ],
  sections: [{ title: 'Animals', fields: ['pets', 'kind'] }],
});

const ann = {
  ...response(1),
  form: 'visit',
  answers: {
    name: 'Ann',
    pets: 'no',
    people: [
      { id: idOf(11), called: 'Bob', age: 7 },
      { id: idOf(12), called: 'Cy' },
    ],
    services: { water: 'good', power: 'bad' },
  },
};

const articles = () => screen.findAllByRole('article');
const printButton = () => screen.findByRole('button', { name: 'Print' });

test('a response is printed as the form lays it out, with what was not asked and what was not answered', async () => {
  const { person } = openResponsesPage(
    { pages: (query) => (query.has('id') ? page([ann]) : page([])) },
    `?view=paper&username=person-1&id=${idOf(1)}`,
    visit,
  );
  const entry = within((await articles())[0] ?? expect.fail());
  expect(entry.getAllByRole('heading').map((it) => it.textContent)).toEqual([
    'A visit',
    'About Ann',
    'Animals',
    'The house',
  ]);
  expect(entry.getByText(entryReference(idOf(1)))).toBeTruthy();
  expect(entry.getByText('Nov 2, 2026, 9:41 AM UTC')).toBeTruthy();
  const answerTo = (question: string) =>
    entry.getByText(question).closest('dt')?.nextElementSibling?.textContent;
  expect(answerTo('Any pets?')).toBe('None');
  expect(answerTo('Which?')).toBe('Not asked');
  expect(entry.getAllByText('Not answered')).toHaveLength(1);
  expect(entry.getByText('Bob', { selector: '.row-own-name *, .row-own-name' })).toBeTruthy();
  const ticked = entry.getAllByRole('row').slice(1);
  expect(ticked.map((row) => [...row.children].map((it) => it.textContent))).toEqual([
    ['Water', '', '✓'],
    ['Power', '✓', ''],
  ]);
  await person.click(await printButton());
  await waitFor(() => expect(window.print).toHaveBeenCalledOnce());
  expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe(
    `/responses/visit?username=person-1&id=${idOf(1)}`,
  );
});

test('what is printed may be in another language than the page', async () => {
  const { person } = openResponsesPage(
    { pages: () => page([ann]) },
    `?view=paper&username=person-1&id=${idOf(1)}`,
    visit,
  );
  await articles();
  await person.selectOptions(screen.getByRole('combobox', { name: 'Language on paper' }), 'ar');
  const unasked = await screen.findByText('لم يُسأل');
  const paper = unasked.closest('.paper');
  expect([paper?.getAttribute('lang'), paper?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
  expect(paper?.textContent).toContain('نوفمبر');
  // The page itself stays as it is.
  expect(document.documentElement.lang).not.toBe('ar');
  expect(await printButton()).toBeTruthy();
});

test('those that match the search are printed, in the order of the table', async () => {
  const items = [response(1, { fname: 'Ada' }), response(2, { fname: 'Zoe' }), response(3)];
  openResponsesPage({ pages: () => page(items) }, '?q=mickey+OR&view=paper');
  await screen.findByText('There is nothing to print.');
  cleanup();
  openResponsesPage({ pages: () => page(items) }, '?view=paper&sort=-fname');
  await waitFor(async () => expect(await articles()).toHaveLength(3));
  const names = (await articles()).map(
    (it) => within(it).getByText('First name').closest('dt')?.nextElementSibling?.textContent,
  );
  expect(names).toEqual(['Zoe', 'Mickey', 'Ada']);
});

test('two hundred are printed at a time, and no more are read than that takes', async () => {
  const { person, listRequests } = openResponsesPage(
    {
      pages: async (query) =>
        new Promise((reply) => setTimeout(() => reply(manyPages(1230)(query)))),
    },
    '?view=paper',
  );
  await screen.findByText('Entries 1 to 200. At most 200 are printed at a time.');
  expect(await articles()).toHaveLength(200);
  expect(listRequests().length).toBeLessThan(13);
  await person.click(screen.getByRole('button', { name: 'Next 200' }));
  await screen.findByText('Entries 201 to 400. At most 200 are printed at a time.');
});

test('chosen responses are printed alone, and an address without the choice says so', async () => {
  const { person } = openResponsesPage({ pages: manyPages(5) });
  await person.click(await screen.findByRole('button', { name: 'Review' }));
  for (const row of [1, 3])
    await person.click(
      within((await screen.findAllByRole('row'))[row] ?? expect.fail()).getByRole('checkbox'),
    );
  await person.click(await screen.findByRole('link', { name: 'Print 2' }));
  await screen.findByText('2 entries');
  expect(await articles()).toHaveLength(2);
  cleanup();
  window.history.replaceState(null, '');
  openResponsesPage({ pages: manyPages(5) }, '?view=paper&only=chosen');
  await screen.findByText(/no longer known/);
});

test('nothing is printed of what could not be read, until it is tried again', async () => {
  let isDown = true;
  const { person } = openResponsesPage(
    {
      pages: () =>
        isDown
          ? { status: 503, body: { code: 'unavailable', title: 'Down' } }
          : page([response(1)]),
    },
    '?view=paper',
  );
  const button = await screen.findByRole('button', { name: 'Try again' });
  expect((await printButton()).hasAttribute('disabled')).toBe(true);
  isDown = false;
  await person.click(button);
  await screen.findByText('1 entry');
  expect((await printButton()).hasAttribute('disabled')).toBe(false);
});
