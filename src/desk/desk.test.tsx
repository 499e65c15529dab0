import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Form } from '#core/form.ts';
import { pwausers } from '#forms/pwausers.ts';
import { App } from '../app.tsx';
import { createFakeWorld, type Reply } from '../fake-world.tsx';
import { idOf, manyPages, noSummary, openDesk, page, response } from './at-desk.contract.tsx';

afterEach(cleanup);

const bodyRows = () => screen.getAllByRole('row').slice(1);
const cells = (row: HTMLElement | undefined) =>
  within(row ?? expect.fail())
    .getAllByRole('cell')
    .map((it) => it.textContent);

test('responses are told by the labels of the form and the words of its options', async () => {
  openDesk({ pages: () => page([response(1, { source: 'friend', news: true })]) });
  expect(await screen.findByText('Mouse 1')).toBeTruthy();
  expect(screen.getAllByRole('columnheader').map((it) => it.textContent)).toEqual([
    'Received (UTC)',
    'First name',
    'Last name',
    'Email address',
    'Phone number',
    'How did you hear of us?',
    'News',
    'Username',
  ]);
  expect(cells(bodyRows()[0])).toEqual([
    'Mickey',
    'Mouse 1',
    '',
    '',
    'From a friend',
    'Yes',
    'person-1',
  ]);
  expect(document.title).toBe('Responses: Join us – Formstead');
});

test('every page is loaded, and fifty rows are drawn', async () => {
  const { asked, person } = openDesk({ pages: manyPages(230) });
  expect(await screen.findByText('Responses: 230')).toBeTruthy();
  expect(asked().map(({ searchParams }) => searchParams.get('cursor'))).toEqual([
    null,
    '100',
    '200',
  ]);
  expect(asked()[0]?.searchParams.get('limit')).toBe('100');
  expect(bodyRows()).toHaveLength(50);
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('231');
  await person.click(screen.getByRole('button', { name: 'Next' }));
  expect(bodyRows()[0]?.getAttribute('aria-rowindex')).toBe('52');
  expect(screen.getByText('Page 2 of 5')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Last' }));
  expect(bodyRows()).toHaveLength(30);
  const last = screen.getByRole('button', { name: 'Last' });
  expect(last === document.activeElement).toBe(true);
  expect(last.getAttribute('aria-disabled')).toBe('true');
});

test('a search finds what all shown words say, whatever their accents and capitals', async () => {
  const items = [response(1, { fname: 'Zoë', source: 'event' }), response(2, { fname: 'Ada' })];
  const { person } = openDesk({ pages: () => page(items) });
  await screen.findByText('Mouse 2');
  await person.type(screen.getByRole('searchbox'), 'EVENT zoe');
  expect(await screen.findByText('Matching: 1 of 2')).toBeTruthy();
  expect(bodyRows()).toHaveLength(1);
  await person.type(screen.getByRole('searchbox'), 'x');
  expect(await screen.findByText('Nothing that is loaded matches.')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(bodyRows()).toHaveLength(2);
});

test('a search, and its end, begin on the first page', async () => {
  const { person } = openDesk({ pages: manyPages(120) });
  await screen.findByText('Responses: 120');
  await person.click(screen.getByRole('button', { name: 'Next' }));
  await person.type(screen.getByRole('searchbox'), 'mouse');
  expect(await screen.findByText('1–50 of 120')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(screen.getByText('1–50 of 120')).toBeTruthy();
});

test('responses are picked by an answer, or by having none', async () => {
  const items = [response(1, { source: 'event' }), response(2, { news: true }), response(3)];
  const { person } = openDesk({ pages: () => page(items) });
  await screen.findByText('Mouse 3');
  const source = screen.getByRole('combobox', { name: 'How did you hear of us?' });
  await person.selectOptions(source, 'At an event');
  expect(bodyRows().map((it) => cells(it)[1])).toEqual(['Mouse 1']);
  await person.selectOptions(source, 'Not answered');
  expect(bodyRows().map((it) => cells(it)[1])).toEqual(['Mouse 2', 'Mouse 3']);
  await person.selectOptions(screen.getByRole('combobox', { name: 'News' }), 'Yes');
  expect(bodyRows().map((it) => cells(it)[1])).toEqual(['Mouse 2']);
  expect(screen.getByText('Filters in use: 2')).toBeTruthy();
});

test('days are the server’s affair: other days are asked for anew', async () => {
  const { person, asked } = openDesk({
    pages: (query) => page([response(query.has('from') ? 2 : 1)]),
  });
  await screen.findByText('Mouse 1');
  await person.type(screen.getByLabelText('From day (UTC)'), '2026-11-03');
  expect(await screen.findByText('Mouse 2')).toBeTruthy();
  expect(screen.queryByText('Mouse 1')).toBeNull();
  expect(asked().at(-1)?.searchParams.get('from')).toBe('2026-11-03');
});

test('loading can be stopped, and goes on where it was', async () => {
  const arrivals: ((reply: Reply) => void)[] = [];
  const late = new Promise<Reply>((resolve) => arrivals.push(resolve));
  let asked = 0;
  const { person } = openDesk({
    pages: (query) => ((asked += 1) === 2 ? late : manyPages(150)(query)),
    summary: { ...noSummary, count: 150 },
  });
  expect(await screen.findByText('Loading responses: 100 of 150')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Stop loading' }));
  expect(screen.getByText('Responses: 100 loaded, and there are more')).toBeTruthy();
  await act(async () => arrivals[0]?.(page([response(999)])));
  await person.click(screen.getByRole('button', { name: 'Load more' }));
  expect(await screen.findByText('Responses: 150')).toBeTruthy();
});

test('what could not be fetched is asked for again, from where it failed', async () => {
  let fails = true;
  const { person } = openDesk({
    pages: (query) => (query.has('cursor') && fails ? 'no network' : manyPages(150)(query)),
  });
  expect((await screen.findByRole('alert')).textContent).toContain('could not be fetched');
  expect(bodyRows()).toHaveLength(50);
  fails = false;
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Responses: 150')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an owner in Tokyo reads times in the same days as the range and the charts', async () => {
  const { TZ } = process.env;
  process.env['TZ'] = 'Asia/Tokyo';
  const late = { ...response(1), createdAt: '2026-11-25T23:18:00.000Z' };
  openDesk({ pages: () => page([late]) });
  expect(await screen.findByText(/^Nov 25, 2026, 11:18/)).toBeTruthy();
  expect(screen.getByLabelText('From day (UTC)')).toBeTruthy();
  process.env['TZ'] = TZ;
});

test('who stops before anything has come is not told that there is nothing', async () => {
  const { person } = openDesk({ pages: () => new Promise(() => undefined) });
  await person.click(await screen.findByRole('button', { name: 'Stop loading' }));
  expect(await screen.findByText('Loading was stopped before anything had come.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Load more' })).toBeTruthy();
  expect(screen.queryByText(/^Nobody/)).toBeNull();
});

test('a form nobody has answered says so', async () => {
  openDesk();
  expect(await screen.findByText('Nobody has sent anything yet.')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

test('who is no owner is told so, and the API is not asked', async () => {
  const world = createFakeWorld('/pwausers/responses');
  world.signedIn();
  render(<App forms={[pwausers as Form]} deps={world.open()} />);
  expect(await screen.findByText(/Only the owners of this form/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Responses' })).toBeNull();
  expect(world.sent).toEqual([]);
});

test('who is no owner any more is told so when the API refuses', async () => {
  openDesk({
    pages: () => ({ status: 403, body: { code: 'forbidden', title: 'This is for the owners' } }),
  });
  expect(await screen.findByText(/Only the owners of this form/)).toBeTruthy();
});

test('who is not signed in comes back here, to the same response', async () => {
  const world = createFakeWorld('/pwausers/responses?username=a&id=b');
  render(<App forms={[pwausers as Form]} deps={world.open()} />);
  const main = within(screen.getByRole('main'));
  const link = await main.findByRole('link', { name: 'Sign in' });
  expect(link.getAttribute('href')).toBe(
    `/sign-in?return=${encodeURIComponent('/pwausers/responses?username=a&id=b')}`,
  );
});

test('a response is opened over the table, with the state of its mail, and closed again', async () => {
  const mail = { state: 'refused', at: '2026-11-02T09:41:00.000Z', code: 'invalid_to' };
  const { person, asked } = openDesk({
    pages: (query) =>
      query.has('id')
        ? { status: 200, body: { items: [response(1)], mail } }
        : page([response(1, { source: 'friend' })]),
  });
  const row = (await screen.findByText('Mouse 1')).closest('tr') ?? expect.fail();
  await person.click(within(row).getByRole('link'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Response' }));
  expect(await dialog.findByText(/Refused by the mail provider.*\(invalid_to\)/)).toBeTruthy();
  expect(dialog.getByText('Successfully added user!')).toBeTruthy();
  expect(dialog.getAllByText('Not answered')).toHaveLength(4);
  expect(asked().at(-1)?.search).toBe(`?username=person-1&id=${idOf(1)}`);
  await person.click(dialog.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByText('Mouse 1')).toBeTruthy();
});

test('a response that has been withdrawn says so', async () => {
  openDesk({}, `?username=person-1&id=${idOf(1)}`);
  expect(await screen.findByText(/its author has withdrawn it/)).toBeTruthy();
});

test('what the form does not ask any more is in the table, in the search and in the response', async () => {
  const { person } = openDesk({
    pages: () => page([response(1, { web: 'https://old.example' }), response(2)]),
  });
  const header = await screen.findByRole('columnheader', { name: 'web (no longer asked)' });
  const [, row, other] = within(header.closest('table') ?? expect.fail()).getAllByRole('row');
  expect(row?.lastElementChild?.textContent).toBe('https://old.example');
  expect(other?.lastElementChild?.textContent).toBe('');
  await person.type(screen.getByRole('searchbox'), 'old.example');
  expect(screen.getAllByRole('row')).toHaveLength(2);
  await person.click(within(screen.getAllByRole('row')[1] ?? expect.fail()).getByRole('link'));
  const dialog = await screen.findByRole('dialog');
  const fact = await within(dialog).findByText('web (no longer asked)');
  expect(fact.closest('dt')?.nextSibling?.textContent).toBe('https://old.example');
});

test('a day that the browser holds back is told where it is typed', async () => {
  openDesk();
  const from = await screen.findByLabelText('From day (UTC)');
  const validity = vi.spyOn(from as HTMLInputElement, 'validity', 'get');
  validity.mockReturnValue({ badInput: true } as ValidityState);
  fireEvent.blur(from);
  expect(screen.getByText('That is not a real day, so nothing is left out by it.')).toBeTruthy();
  expect(from.getAttribute('aria-invalid')).toBe('true');
  validity.mockReturnValue({ badInput: false } as ValidityState);
  fireEvent.blur(from);
  expect(screen.queryByText(/not a real day/)).toBeNull();
});

test('what is searched for is tidied as what is found was', async () => {
  const phoned = response(1, { lname: 'Mouse', phone: '+442079460958' });
  openDesk({ pages: () => page([phoned, response(2)]) });
  const search = await screen.findByLabelText('Search in what is loaded');
  fireEvent.change(search, { target: { value: '\u202A+٤٤ ٢٠ ７９４６\u00A00958\u202C' } });
  await screen.findByText('+44 20 7946 0958');
  expect(screen.queryByText('Mouse 2')).toBeNull();
});
