import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openResponsesPage, page, response } from '../../../testing/open-responses-page.tsx';
import { firstPause } from './check-pauses.ts';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const later = (n: number, answers: object = {}) => ({
  ...response(n, answers),
  createdAt: '2026-11-30T09:41:00.000Z',
});

/** A form to which responses come in after the page was opened. */
async function open(query = '') {
  const all = [response(2), response(1)];
  const fixture = openResponsesPage(
    {
      pages: (query) => page(all.filter(({ createdAt }) => createdAt >= (query.get('from') ?? ''))),
    },
    query,
  );
  await screen.findByText('Mouse 1');
  return {
    ...fixture,
    comesIn: (...some: ReturnType<typeof response>[]) => all.unshift(...some),
    pass: async (milliseconds: number) =>
      act(async () => {
        await vi.advanceTimersByTimeAsync(milliseconds);
      }),
  };
}

const names = () => screen.getAllByText(/^Mouse \d$/).map((it) => it.textContent);

test('what came in is announced, and shown above the others when somebody wants it', async () => {
  const { comesIn, pass, listRequests } = await open();
  comesIn(later(4), later(3));
  await pass(firstPause);
  expect(screen.getByText('2 new responses.').closest('output')).toBeTruthy();
  expect(names()).toEqual(['Mouse 2', 'Mouse 1']);
  expect(listRequests().at(-1)?.searchParams.get('from')).toBe('2026-11-03T09:41:00.000Z');
  await act(async () => screen.getByRole('button', { name: 'Show' }).click());
  expect(names()).toEqual(['Mouse 4', 'Mouse 3', 'Mouse 2', 'Mouse 1']);
  expect(screen.queryByText('2 new responses.')).toBeNull();
});

test('only what matches search and filters is announced', async () => {
  const { comesIn, pass } = await open('?q=mouse');
  comesIn(later(4, { lname: 'Duck' }), later(3));
  await pass(firstPause);
  expect(screen.getByText('1 new response.')).toBeTruthy();
});

test('nobody is asked while the page is hidden or offline, and soon after somebody is back', async () => {
  const { comesIn, pass, listRequests } = await open();
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const before = listRequests().length;
  comesIn(later(3));
  await pass(10 * firstPause);
  expect(listRequests()).toHaveLength(before);
  visibility.mockReturnValue('visible');
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(firstPause);
  expect(listRequests()).toHaveLength(before);
  vi.restoreAllMocks();
  window.dispatchEvent(new Event('online'));
  await pass(0);
  expect(screen.getByText('1 new response.')).toBeTruthy();
});

test('the longer nothing comes in, the less often the server is asked', async () => {
  const { pass, listRequests } = await open();
  const before = listRequests().length;
  await pass(600_000);
  const requests = listRequests().length - before;
  expect(requests).toBeGreaterThan(3);
  expect(requests).toBeLessThan(9);
});
