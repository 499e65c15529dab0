import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import {
  noSummary,
  openResponsesPage,
  page,
  response,
} from '../../../testing/open-responses-page.tsx';

afterEach(cleanup);

test('each chart has a table that says the same', async () => {
  openResponsesPage(
    {
      summary: {
        ...noSummary,
        count: 4,
        days: { '2026-11-03': 1, '2026-11-01': 3 },
        fields: {
          source: { answered: 4, options: { friend: 3, search: 1, event: 0, other: 0 } },
          news: { answered: 2, options: { true: 1, false: 1 } },
        },
      },
    },
    '?view=charts',
  );
  const days = await figure('Responses per day');
  expect(rowsOf(days)).toEqual([
    ['Nov 3, 2026', '1'],
    ['Nov 2, 2026', '0'],
    ['Nov 1, 2026', '3'],
  ]);
  expect(rowsOf(await figure('How did you hear about us?'))).toEqual([
    ['From a friend', '3 (75%)'],
    ['A search engine', '1 (25%)'],
    ['At an event', '0 (0%)'],
    ['Somewhere else', '0 (0%)'],
  ]);
  expect(rowsOf(await figure('News'))).toEqual([
    ['Yes', '1 (50%)'],
    ['No', '1 (50%)'],
  ]);
});

test('charts of all responses say when the last change was counted', async () => {
  openResponsesPage(
    {
      summary: {
        ...noSummary,
        count: 1_000_000,
        countedAt: '2026-11-03T10:42:00.000Z',
        days: { '2026-11-03': 1_000_000 },
        fields: {},
      },
    },
    '?view=charts',
  );
  expect(await screen.findByText('All 1,000,000 responses')).toBeDefined();
  expect(screen.getByText('The last change was counted on Nov 3, 2026, 10:42 AM.')).toBeDefined();
});

test('charts of all responses are drawn before the responses are asked for', async () => {
  const drawn: boolean[] = [];
  const pages = () => {
    drawn.push(screen.queryByRole('heading', { name: 'Responses per day' }) !== null);
    return page([response(1)]);
  };
  const summary = { ...noSummary, count: 1, days: { '2026-11-02': 1 }, fields: {} };
  openResponsesPage({ summary, pages }, '?view=charts');
  await expect.poll(() => drawn).toEqual([true]);
});

async function figure(title: string): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { name: title });
  return heading.closest('figure') ?? expect.fail();
}

function rowsOf(figure: HTMLElement): (string | null)[][] {
  return [...figure.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((it) => it.textContent),
  );
}
