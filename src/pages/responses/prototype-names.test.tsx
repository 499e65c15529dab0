import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { commaDialect } from './export/csv.ts';
import {
  noSummary,
  openResponsesPage,
  page,
  response,
} from '../../testing/open-responses-page.tsx';
import { exportedText } from '../../testing/exported-text.ts';
import { csvWriter } from './export/csv-writer.ts';
import { jsonLinesWriter } from './export/json-writer.ts';
import type { Response } from './data/response.ts';

afterEach(cleanup);

const names = Object.getOwnPropertyNames(Object.prototype);

/** Answers with names from `Object.prototype`: an option and questions that the form does not have. */
const odd = {
  source: 'constructor',
  ...Object.fromEntries(names.map((name) => [name, `Answer to ${name}`])),
};

test('the table, a response and its receipt show answers named like properties of every object', async () => {
  const stored = { ...response(1, odd), valueOf: 'A receipt', toString: 'Another' };
  const { person } = openResponsesPage({
    pages: (query) =>
      query.has('id') ? { status: 200, body: { items: [stored], mail: null } } : page([stored]),
  });
  const row = (await screen.findByText('Mouse 1')).closest('tr') ?? expect.fail();
  expect(within(row).getByText('constructor')).toBeTruthy();
  await person.click(within(row).getByRole('link'));
  // By its text first: a look for roles in this wide table takes a second, at each change of the page.
  const shown = await screen.findByText('A receipt');
  const dialog = within(shown.closest('dialog') ?? expect.fail());
  for (const name of names) expect(dialog.getByText(`Answer to ${name}`)).toBeTruthy();
});

test('a chart shows them', async () => {
  const source = { answered: 2, options: { friend: 1, constructor: 1 } };
  openResponsesPage({ summary: { ...noSummary, count: 2, fields: { source } } }, '?view=charts');
  expect((await screen.findAllByText('constructor')).length).toBeGreaterThan(0);
});

test('files have them in columns of their own', async () => {
  const entry = { ...response(1, odd), derived: undefined, receipt: {} } as unknown as Response;
  const options = { hasByteOrderMark: false, dialect: commaDialect };
  const csv = await exportedText(csvWriter(pwausers, options), [entry]);
  for (const name of names) {
    expect(csv).toContain(`${name} (no longer asked)`);
    expect(csv).toContain(`Answer to ${name}`);
  }
  const back = JSON.parse(await exportedText(jsonLinesWriter(pwausers), [entry])) as Response;
  expect(Object.entries(back.answers)).toEqual(Object.entries(entry.answers));
});
