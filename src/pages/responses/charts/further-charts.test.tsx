import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import {
  noSummary,
  openResponsesPage,
  page,
  response,
} from '../../../testing/open-responses-page.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const items = [
  response(1, { source: 'friend', news: true, fname: 'Zoë' }),
  response(2, { source: 'friend', news: false }),
  response(3, { source: 'event', news: true }),
  response(4, { source: 'event' }),
];
const open = (query = '') =>
  openResponsesPage(
    {
      pages: () => page(items),
      summary: {
        ...noSummary,
        count: 4,
        days: { '2026-11-02': 4 },
        fields: { news: { answered: 3, options: { true: 2, false: 1 } } },
      },
    },
    `?view=charts${query}`,
  );

const figure = async (title: string) => {
  const heading = await screen.findByRole('heading', { name: title });
  return within(heading.closest('figure') ?? expect.fail());
};
const rowsOf = (inside: ReturnType<typeof within>) =>
  inside
    .getAllByRole('row')
    .map((it: HTMLElement) => [...it.children].map((cell) => cell.textContent));

test('two questions are crossed in a table, of what is loaded', async () => {
  open();
  const crossed = await figure('Two questions crossed');
  await crossed.findByText('3 of the 4 responses that are loaded answer both.');
  expect(rowsOf(crossed)).toEqual([
    ['How did you hear about us?', 'Yes', 'No', 'All'],
    ['From a friend', '1 (50%)', '1 (50%)', '2'],
    ['A search engine', '0 (0%)', '0 (0%)', '0'],
    ['At an event', '1 (100%)', '0 (0%)', '1'],
    ['Somewhere else', '0 (0%)', '0 (0%)', '0'],
    ['All', '2 (67%)', '1 (33%)', '3'],
  ]);
});

test('other questions are chosen, and the filter holds for them as well', async () => {
  const { person } = open('&answer.source=friend');
  const crossed = await figure('Two questions crossed');
  await crossed.findByText('2 of the 2 responses that are loaded answer both.');
  await person.selectOptions(crossed.getByRole('combobox', { name: 'Rows' }), 'News');
  expect(rowsOf(crossed)).toContainEqual(['Yes', '1 (100%)', '0 (0%)', '1']);
});

test('texts are listed and searched, and each leads to its response', async () => {
  const { person } = open();
  const texts = await figure('Answers in their own words');
  await texts.findByText('4 answers');
  await person.selectOptions(texts.getByRole('combobox', { name: 'Question' }), 'Last name');
  await person.type(texts.getByRole('searchbox'), 'mouse 3');
  expect(texts.getByText('1 of 4 answers')).toBeTruthy();
  const item = within(texts.getByRole('list', { name: 'Last name' })).getByRole('listitem');
  expect(item.textContent).toContain('Mouse 3');
  expect(within(item).getByRole('link').getAttribute('href')).toContain('username=person-3');
});

test('a chart is saved as a picture; where the browser makes none, the page says so', async () => {
  const { person } = open();
  const toBlob = vi.spyOn(HTMLCanvasElement.prototype, 'toBlob');
  toBlob.mockImplementation((then) => then(new Blob(['picture'], { type: 'image/png' })));
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(aContext() as never);
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  URL.createObjectURL = () => 'blob:1';
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  const button = await screen.findByRole('button', { name: 'Save as picture: News' });
  await person.click(button);
  await waitFor(() => expect(names).toEqual(['pwausers-news.png']));
  toBlob.mockImplementation((then) => then(null));
  await person.click(button);
  expect(await screen.findByText('The picture could not be made.')).toBeTruthy();
});

/** jsdom draws nothing. */
function aContext() {
  return new Proxy(
    {},
    {
      get: (_, name) => (name === 'measureText' ? () => ({}) : () => undefined),
      set: () => true,
    },
  );
}
