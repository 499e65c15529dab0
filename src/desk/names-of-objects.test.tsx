import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { plain } from '#core/csv.ts';
import { noSummary, openDesk, page, response } from './at-desk.contract.tsx';
import { csvOf, jsonOf } from './file-format.ts';
import type { Response } from './response.ts';

afterEach(cleanup);

const names = Object.getOwnPropertyNames(Object.prototype);

/** Nobody’s answers: to an option and to questions that are called so, which the form does not know. */
const odd = {
  source: 'constructor',
  ...Object.fromEntries(names.map((name) => [name, `Answer to ${name}`])),
};

test('the table, one response and its receipt show answers by names that every object has', async () => {
  const told = { ...response(1, odd), valueOf: 'A receipt', toString: 'Another' };
  const { person } = openDesk({
    pages: (query) =>
      query.has('id') ? { status: 200, body: { items: [told], mail: null } } : page([told]),
  });
  const row = (await screen.findByText('Mouse 1')).closest('tr') ?? expect.fail();
  expect(within(row).getByText('constructor')).toBeTruthy();
  await person.click(within(row).getByRole('link'));
  const dialog = within(await screen.findByRole('dialog'));
  for (const name of names) expect(await dialog.findByText(`Answer to ${name}`)).toBeTruthy();
  expect(dialog.getByText('A receipt')).toBeTruthy();
});

test('a chart names them', async () => {
  const source = { answered: 2, options: { friend: 1, constructor: 1 } };
  openDesk({ summary: { ...noSummary, count: 2, fields: { source } } }, '?view=charts');
  expect((await screen.findAllByText('constructor')).length).toBeGreaterThan(0);
});

test('files have them in columns of their own', () => {
  const entry = { ...response(1, odd), derived: undefined, receipt: {} } as unknown as Response;
  const { write, file } = csvOf(pwausers, { withMark: false, dialect: plain });
  const csv = file([write(entry)]).join('');
  for (const name of names) {
    expect(csv).toContain(`${name} (no longer asked)`);
    expect(csv).toContain(`Answer to ${name}`);
  }
  const back = JSON.parse(jsonOf(pwausers).write(entry)) as Response;
  expect(Object.entries(back.answers)).toEqual(Object.entries(entry.answers));
});
