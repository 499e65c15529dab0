import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  manyPages,
  noSummary,
  openResponsesPage,
  page,
  response,
} from '../../../testing/open-responses-page.tsx';

beforeEach(() => void (process.env['TZ'] = 'Asia/Tokyo'));
afterEach(() => {
  cleanup();
  process.env['TZ'] = 'UTC';
});

const late = { ...response(1), createdAt: '2026-11-25T23:18:00.000Z' };
const zones = () => screen.findByRole<HTMLSelectElement>('combobox', { name: 'Times in' });

test('an owner in Tokyo reads times in Tokyo, in the table and in a response, and the page says so', async () => {
  openResponsesPage({ pages: () => page([late]) });
  expect(await screen.findByText(/^Nov 26, 2026, 8:18/)).toBeTruthy();
  expect((await zones()).value).toBe('Asia/Tokyo');
  expect(screen.getByText('Asia/Tokyo (this device)')).toBeTruthy();
  fireEvent.click(screen.getByText('Mouse 1'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Times in Asia/Tokyo.')).toBeTruthy();
  expect(dialog.getAllByText(/^Nov 26, 2026, 8:18/).length).toBeGreaterThan(0);
});

test('days are those of the zone, and the address says which, so that it shows the same to everybody', async () => {
  const { person, listRequests } = openResponsesPage({ pages: () => page([late]) });
  await screen.findByText('Mouse 1');
  await person.click(screen.getByRole('button', { name: 'Filters' }));
  await person.type(screen.getByLabelText('From'), '2026-11-26');
  await person.type(screen.getByLabelText('To'), '2026-11-26');
  await waitFor(() => expect(listRequests().at(-1)?.searchParams.has('to')).toBe(true));
  expect(Object.fromEntries(listRequests().at(-1)?.searchParams ?? [])).toMatchObject({
    from: '2026-11-25T15:00:00.000Z',
    to: '2026-11-26T14:59:59.999Z',
  });
  await waitFor(() =>
    expect(window.location.search).toBe('?from=2026-11-26&to=2026-11-26&zone=Asia%2FTokyo'),
  );
});

test('an address with days is read in its own zone, and without one in UTC', async () => {
  const { listRequests } = openResponsesPage(
    { pages: () => page([late]) },
    '?from=2026-11-25&zone=America%2FNew_York',
  );
  expect(await screen.findByText(/^Nov 25, 2026, 6:18/)).toBeTruthy();
  expect(listRequests().at(-1)?.searchParams.get('from')).toBe('2026-11-25T05:00:00.000Z');
  cleanup();
  const other = openResponsesPage({ pages: () => page([late]) }, '?from=2026-11-25');
  expect(await screen.findByText(/^Nov 25, 2026, 11:18/)).toBeTruthy();
  expect(other.listRequests().at(-1)?.searchParams.get('from')).toBe('2026-11-25');
});

test('a zone that was chosen stays, until somebody chooses the device’s own again', async () => {
  const fixture = openResponsesPage({ pages: () => page([late]) });
  const choice = await zones();
  fireEvent.focus(choice);
  await fixture.person.selectOptions(choice, 'Europe/Berlin');
  expect(await screen.findByText(/^Nov 26, 2026, 12:18/)).toBeTruthy();
  await waitFor(async () => expect(await fixture.copies()).not.toHaveLength(0));
  await fixture.person.click(screen.getAllByRole('link', { name: 'Responses' })[0] as HTMLElement);
  await fixture.person.click(await screen.findByRole('link', { name: 'Join us' }));
  expect((await zones()).value).toBe('Europe/Berlin');
});

test('another zone writes the times anew, and loads nothing again unless there are days', async () => {
  const { person, listRequests } = openResponsesPage({ pages: manyPages(250) });
  expect((await screen.findAllByText(/^Nov 28, 2026, 6:41/)).length).toBeGreaterThan(0);
  await screen.findByText('250 responses');
  const before = listRequests().length;
  fireEvent.focus(await zones());
  await person.selectOptions(await zones(), 'Europe/Berlin');
  expect((await screen.findAllByText(/^Nov 28, 2026, 10:41/)).length).toBeGreaterThan(0);
  expect(screen.queryByText(/, 6:41/)).toBeNull();
  expect(listRequests()).toHaveLength(before);
  await person.click(screen.getByRole('button', { name: 'Filters' }));
  await person.type(screen.getByLabelText('From'), '2026-11-26');
  await waitFor(() =>
    expect(listRequests().at(-1)?.searchParams.get('from')).toBe('2026-11-25T23:00:00.000Z'),
  );
  await person.selectOptions(await zones(), 'UTC');
  await waitFor(() => expect(listRequests().at(-1)?.searchParams.get('from')).toBe('2026-11-26'));
});

const busy = {
  ...noSummary,
  count: 2,
  days: { '2026-11-25': 2 },
};
const days = async () => {
  const chart = (await screen.findByRole('heading', { name: 'Responses per day' })).closest(
    'figure',
  );
  return chart?.textContent ?? '';
};

test('charts count days of the zone once all responses are here', async () => {
  const early = { ...response(2), createdAt: '2026-11-25T03:00:00.000Z' };
  openResponsesPage({ pages: () => page([late, early]), summary: busy }, '?view=charts');
  await waitFor(async () => expect(await days()).toContain('Nov 26, 20261Nov 25, 20261'));
  expect(await days()).not.toContain('UTC');
});

test('counts that are kept have days of UTC, and the chart says so', async () => {
  openResponsesPage({ pages: manyPages(3), summary: { ...busy, count: 1000 } }, '?view=charts');
  expect(await days()).toContain('Days are counted in UTC.');
});
