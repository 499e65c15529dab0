import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { brand } from '#brand/brand.ts';
import type { Form } from '#core/form/define-form.ts';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, type Reply } from '../../testing/app-fixture.tsx';
import {
  idOf,
  manyPages,
  noSummary,
  openResponsesPage,
  page,
  response,
} from '../../testing/open-responses-page.tsx';

afterEach(cleanup);

/** Waits for the address to have this query. */
const atAddress = (query: string) =>
  waitFor(() => expect(window.location.search).toBe(query ? `?${query}` : ''));
const bodyRows = () => screen.getAllByRole('row').slice(1);
/** The answers in a row, after its state. */
const cells = (row: HTMLElement | undefined) =>
  within(row ?? expect.fail())
    .getAllByRole('cell')
    .slice(1)
    .map((it) => it.textContent);

test('responses show the form’s labels and the labels of its options', async () => {
  openResponsesPage({ pages: () => page([response(1, { source: 'friend', news: true })]) });
  expect(await screen.findByText('Mouse 1')).toBeTruthy();
  expect(screen.getAllByRole('columnheader').map((it) => it.textContent)).toEqual([
    'Received',
    'State',
    'First name',
    'Last name',
    'Email address',
    'Phone number',
    'How did you hear about us?',
    'News',
    'Assigned to',
    'Comments',
    'Username',
  ]);
  expect(cells(bodyRows()[0])).toEqual([
    'Mickey',
    'Mouse 1',
    '',
    '',
    'From a friend',
    'Yes',
    '',
    '',
    'person-1',
  ]);
  expect(document.title).toBe(`Responses: Join us – ${brand.name}`);
});

test('all pages are loaded, and fifty rows are drawn', async () => {
  const { listRequests, person } = openResponsesPage({ pages: manyPages(230) });
  expect(await screen.findByText('230 responses')).toBeTruthy();
  expect(listRequests().map(({ searchParams }) => searchParams.get('cursor'))).toEqual([
    null,
    '100',
    '200',
  ]);
  expect(listRequests()[0]?.searchParams.get('limit')).toBe('100');
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

test('a search matches all shown text, ignoring accents and capitals', async () => {
  const items = [response(1, { fname: 'Zoë', source: 'event' }), response(2, { fname: 'Ada' })];
  const { person } = openResponsesPage({ pages: () => page(items) });
  await screen.findByText('Mouse 2');
  await person.type(screen.getByRole('searchbox'), 'EVENT zoe');
  expect(await screen.findByText('1 of 2 responses')).toBeTruthy();
  expect(bodyRows()).toHaveLength(1);
  await person.type(screen.getByRole('searchbox'), 'x');
  expect(await screen.findByText('No matches.')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(bodyRows()).toHaveLength(2);
});

test('starting or clearing a search goes to the first page', async () => {
  const { person } = openResponsesPage({ pages: manyPages(120) });
  await screen.findByText('120 responses');
  await person.click(screen.getByRole('button', { name: 'Next' }));
  await person.type(screen.getByRole('searchbox'), 'mouse');
  expect(await screen.findByText('1–50 of 120')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(screen.getByText('1–50 of 120')).toBeTruthy();
});

test('responses are filtered by an answer, or by having none', async () => {
  const items = [response(1, { source: 'event' }), response(2, { news: true }), response(3)];
  const { person } = openResponsesPage({ pages: () => page(items) });
  await screen.findByText('Mouse 3');
  await person.click(screen.getByRole('button', { name: 'Filters' }));
  const source = screen.getByRole('combobox', { name: 'How did you hear about us?' });
  await person.selectOptions(source, 'At an event');
  expect(bodyRows().map((it) => cells(it)[1])).toEqual(['Mouse 1']);
  await person.selectOptions(source, 'Not answered');
  expect(bodyRows().map((it) => cells(it)[1])).toEqual(['Mouse 2', 'Mouse 3']);
  await person.selectOptions(screen.getByRole('combobox', { name: 'News' }), 'Yes');
  expect(bodyRows().map((it) => cells(it)[1])).toEqual(['Mouse 2']);
  expect(screen.getByText('Filters (2)')).toBeTruthy();
});

test('search, filters, page and view are in the address, and a reload shows the same', async () => {
  const items = [response(1, { source: 'event' }), response(2, { source: 'event' }), response(3)];
  const { person } = openResponsesPage(
    { pages: () => page(items) },
    '?q=mouse&from=2026-11-01&answer.source=event&answer.nothing=x&to=soon&page=9',
  );
  expect(await screen.findByText('2 of 3 responses')).toBeTruthy();
  expect(screen.getByRole('searchbox')).toHaveProperty('value', 'mouse');
  await atAddress('q=mouse&from=2026-11-01&answer.source=event&page=9');
  await person.type(screen.getByRole('searchbox'), ' 2');
  await atAddress('q=mouse+2&from=2026-11-01&answer.source=event');
  await person.click(screen.getByRole('link', { name: 'Charts' }));
  expect(window.location.search).toContain('answer.source=event&view=charts');
  await person.click(
    screen.getByRole('button', {
      name: 'Remove filter: How did you hear about us? At an event',
    }),
  );
  await atAddress('q=mouse+2&from=2026-11-01&view=charts');
  await person.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  await atAddress('view=charts');
});

test('charts follow search and filters', async () => {
  const items = [response(1, { news: true }), response(2, { news: false }), response(29)];
  openResponsesPage({ pages: () => page(items) }, '?view=charts&answer.news=true');
  expect(await screen.findByText('1 of 3 responses')).toBeTruthy();
  const chart = (await screen.findByRole('heading', { name: 'News' })).closest('figure');
  expect(chart?.textContent).toContain('Answered by 1 person.');
});

test('a click anywhere in a row opens its response', async () => {
  const { person } = openResponsesPage({ pages: () => page([response(1), response(2)]) });
  await person.click(await screen.findByText('Mouse 2'));
  await screen.findByRole('dialog');
  expect(window.location.search).toContain('person-2');
});

test('a range of days is filtered by the server: another range is fetched again', async () => {
  const { person, listRequests } = openResponsesPage({
    pages: (query) => page([response(query.has('from') ? 2 : 1)]),
  });
  await screen.findByText('Mouse 1');
  await person.click(screen.getByRole('button', { name: 'Filters' }));
  await person.type(screen.getByLabelText('From'), '2026-11-03');
  expect(await screen.findByText('Mouse 2')).toBeTruthy();
  expect(screen.queryByText('Mouse 1')).toBeNull();
  expect(listRequests().at(-1)?.searchParams.get('from')).toBe('2026-11-03');
});

test('loading can be stopped, and continues where it was', async () => {
  const arrivals: ((reply: Reply) => void)[] = [];
  const late = new Promise<Reply>((resolve) => arrivals.push(resolve));
  let listRequests = 0;
  const { person } = openResponsesPage({
    pages: (query) => ((listRequests += 1) === 2 ? late : manyPages(150)(query)),
    summary: { ...noSummary, count: 150 },
  });
  expect(await screen.findByText('Loading responses: 100 of 150')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Stop loading' }));
  expect(screen.getByText('100 responses loaded. There are more.')).toBeTruthy();
  await act(async () => arrivals[0]?.(page([response(999)])));
  await person.click(screen.getByRole('button', { name: 'Load more' }));
  expect(await screen.findByText('150 responses')).toBeTruthy();
});

test('after a failed fetch, retrying continues where it failed', async () => {
  let fails = true;
  const { person } = openResponsesPage({
    pages: (query) => (query.has('cursor') && fails ? 'no network' : manyPages(150)(query)),
  });
  expect((await screen.findByRole('alert')).textContent).toContain('Could not load');
  expect(bodyRows()).toHaveLength(50);
  fails = false;
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('150 responses')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('stopping before anything has arrived does not say that there are no responses', async () => {
  const { person } = openResponsesPage({ pages: () => new Promise(() => undefined) });
  await person.click(await screen.findByRole('button', { name: 'Stop loading' }));
  expect(await screen.findByText('You stopped loading before any responses arrived.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Load more' })).toBeTruthy();
  expect(screen.queryByText(/^No responses/)).toBeNull();
});

test('a form without responses says so, and offers its link', async () => {
  openResponsesPage();
  expect(await screen.findByText('No responses yet.')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByRole('searchbox')).toBeNull();
  expect(screen.getByRole('button', { name: 'Copy link to Join us' })).toBeTruthy();
});

test('a person without a role in the form is told so, and reads nothing of it', async () => {
  const fixture = createAppFixture('/responses/pwausers');
  fixture.signedIn();
  fixture.answers(() => ({ status: 200, body: { items: [{ form: 'ride', role: 'owner' }] } }));
  render(<AppOfForms forms={[pwausers as Form]} deps={fixture.open()} />);
  expect(await screen.findByText(/Only people with a role in a form can read/)).toBeTruthy();
  expect(fixture.sent.map(({ url }) => url)).toEqual(['https://api.example/v1/me/roles']);
});

test('a person who is no longer an owner is told so when the API refuses', async () => {
  openResponsesPage({
    pages: () => ({ status: 403, body: { code: 'forbidden', title: 'This is for the owners' } }),
  });
  expect(await screen.findByText(/Only people with a role in a form can read/)).toBeTruthy();
});

test('a signed-out person comes back here, to the same response', async () => {
  const fixture = createAppFixture('/responses/pwausers?username=a&id=b');
  render(<AppOfForms forms={[pwausers as Form]} deps={fixture.open()} />);
  const main = within(screen.getByRole('main'));
  const link = await main.findByRole('link', { name: 'Sign in' });
  expect(link.getAttribute('href')).toBe(
    `/sign-in?return=${encodeURIComponent('/responses/pwausers?username=a&id=b')}`,
  );
});

test('a response opens over the table, with the state of its mail, and closes again', async () => {
  const mail = { state: 'refused', at: '2026-11-02T09:41:00.000Z', code: 'invalid_to' };
  const { person, listRequests } = openResponsesPage({
    pages: (query) =>
      query.has('id')
        ? { status: 200, body: { items: [response(1)], mail } }
        : page([response(1, { source: 'friend' })]),
  });
  const row = (await screen.findByText('Mouse 1')).closest('tr') ?? expect.fail();
  await person.click(within(row).getByRole('link'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Response' }));
  expect(await dialog.findByText(/Refused by the email provider.*\(invalid_to\)/)).toBeTruthy();
  expect(dialog.getByText('Successfully added user!')).toBeTruthy();
  expect(dialog.getAllByText('Not answered')).toHaveLength(4);
  expect(listRequests().at(-1)?.search).toBe(`?username=person-1&id=${idOf(1)}`);
  await person.click(dialog.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByText('Mouse 1')).toBeTruthy();
});

test('a response that has been withdrawn says so', async () => {
  openResponsesPage({}, `?username=person-1&id=${idOf(1)}`);
  expect(await screen.findByText(/has withdrawn it/)).toBeTruthy();
});

test('answers to removed questions are in the table, in the search and in the response', async () => {
  const { person } = openResponsesPage({
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

test('an invalid day that the browser withholds is reported at its input', async () => {
  openResponsesPage({ pages: manyPages(3) });
  const from = await screen.findByLabelText('From');
  const validity = vi.spyOn(from as HTMLInputElement, 'validity', 'get');
  validity.mockReturnValue({ badInput: true } as ValidityState);
  fireEvent.blur(from);
  expect(screen.getByText('This is not a real date, so it is ignored.')).toBeTruthy();
  expect(from.getAttribute('aria-invalid')).toBe('true');
  validity.mockReturnValue({ badInput: false } as ValidityState);
  fireEvent.blur(from);
  expect(screen.queryByText(/Enter a real date/)).toBeNull();
});

test('search text is cleaned up like the text it is compared with', async () => {
  const phoned = response(1, { lname: 'Mouse', phone: '+442079460958' });
  openResponsesPage({ pages: () => page([phoned, response(2)]) });
  const search = await screen.findByLabelText('Search responses');
  fireEvent.change(search, { target: { value: '\u202A+٤٤ ٢٠ ７９４６\u00A00958\u202C' } });
  await screen.findByText('+44 20 7946 0958');
  expect(screen.queryByText('Mouse 2')).toBeNull();
});
